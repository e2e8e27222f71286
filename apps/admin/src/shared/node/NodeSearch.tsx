import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useCursorQuery } from '../../providers/hooks';
import { useListKeys } from '../keyboard';
import { EmptyState, ErrorState, Waiting } from '../states';
import { v } from '../../theme/vars';
import { nodesDocument, type NodeType, type TreeNode } from './documents';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': { padding: '6px 8px', borderRadius: 6, cursor: 'pointer' },
  '& li:hover': { backgroundColor: v.canvas },
  '& li:focus-visible': { outlineOffset: -2 },
});

interface NodeSearchProps {
  readonly search: string;
  readonly types?: readonly NodeType[] | undefined;
  readonly onChoose: (node: TreeNode) => void;
  readonly onClear: () => void;
}

/** Units by name or code, each with its place. */
export function NodeSearch({ search, types, onChoose, onClear }: NodeSearchProps) {
  const t = useTranslate();
  const list = useCursorQuery(nodesDocument, { search, types: types ? [...types] : null }, (answer) => answer.orgNodes, {
    pageSize: 20,
  });
  const keys = useListKeys<TreeNode, HTMLUListElement>({
    rows: list.rows,
    keyOf: (node) => node.id,
    title: t('shared.node.found'),
    onOpen: onChoose,
  });
  if (list.error) return <ErrorState failed={t('shared.node.failed')} error={list.error} onRetry={list.retry} />;
  if (list.isPending) return <Waiting>{t('shared.state.loading')}</Waiting>;
  if (list.rows.length === 0) return <EmptyState kind="noMatch" text={t('shared.node.none', { search })} onClear={onClear} />;
  return (
    <List aria-label={t('shared.node.found')} {...keys.listProps}>
      {list.rows.map((node) => (
        <li key={node.id} {...keys.rowProps(node)} onClick={() => onChoose(node)}>
          <div>{node.name}</div>
          <div className="hw-meta">
            {node.code} · {node.path.map((step) => step.name).join(' › ')}
          </div>
        </li>
      ))}
    </List>
  );
}
