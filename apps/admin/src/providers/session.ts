import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { graphql, type ResultOf } from './graphql';
import { endedKey, viewerKey } from './queryClient';
import { requestWith } from './request';

export const viewerFields = graphql(`
  fragment ViewerFields on Viewer {
    id
    email
    name
    language
    permissions
    home {
      id
      name
      type
      timeZone
    }
    grants {
      id
      role
      node {
        id
        name
        type
      }
    }
  }
`);

const viewerDocument = graphql(
  `
    query Viewer {
      viewer {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

export type Viewer = ResultOf<typeof viewerFields>;

/** Who is signed in; asked once, then again when the window comes back after a while. */
const viewerOptions = queryOptions({
  queryKey: viewerKey,
  queryFn: async ({ signal }) => (await requestWith(viewerDocument, {}, signal)).viewer,
  staleTime: 5 * 60_000,
});

export const knownViewer = (client: QueryClient): Promise<Viewer | null> =>
  client.query({ ...viewerOptions, staleTime: 'static' });

/** Puts the answer of a mutation that changes who is signed in, or what is known of him. */
export function rememberViewer(client: QueryClient, viewer: Viewer | null): void {
  client.setQueryData(endedKey, false);
  client.setQueryData(viewerKey, viewer);
}

/** Whether the session ended by itself since the last sign-in. */
export const useSessionEnded = (): boolean => useQueryClient().getQueryData<boolean>(endedKey) ?? false;

/** The viewer's query: `data` is null when nobody is signed in. */
export const useViewerQuery = () => useQuery(viewerOptions);

/** Who is signed in; only below the frame, which shows its pages to nobody else. */
export function useViewer(): Viewer {
  const { data } = useViewerQuery();
  if (!data) throw new Error('useViewer is for pages inside the frame, where somebody is signed in');
  return data;
}

/** Tells whether the viewer holds a permission anywhere. Whether he may act on a record is in its `allowedActions`. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useViewer();
  return (permission) => permissions.includes(permission);
}
