import { graphql, type ResultOf } from '../../providers/graphql';
import { useApiQuery } from '../../providers/hooks';
import { useViewer } from '../../providers/session';
import { useScope } from './useScope';

const scopeDocument = graphql(`
  query ScopeNode($id: ID!) {
    orgNode(id: $id) {
      id
      name
      type
      timeZone
      path {
        id
        name
        type
      }
    }
  }
`);

export type ScopeNode = NonNullable<ResultOf<typeof scopeDocument>['orgNode']>;

/** The chosen unit with its path; null while it loads or where it is not visible. */
export function useScopeNode(): ScopeNode | null {
  const { nodeId } = useScope();
  const { data } = useApiQuery(scopeDocument, { id: nodeId });
  return data?.orgNode ?? null;
}

/** The zone of pages that show records of several units: the chosen unit's, which is the chain's own for who sees all of it. */
export function useScopeZone(): string {
  const { home } = useViewer();
  return useScopeNode()?.timeZone ?? home.timeZone;
}

/** The chosen unit's name, known at once for the viewer's own highest unit. */
export function useScopeName(): string {
  const { home } = useViewer();
  const { isHome } = useScope();
  const node = useScopeNode();
  return isHome ? home.name : (node?.name ?? '');
}
