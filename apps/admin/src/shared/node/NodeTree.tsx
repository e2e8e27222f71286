import ChevronRight from '@mui/icons-material/ChevronRightOutlined';
import ExpandMore from '@mui/icons-material/ExpandMoreOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useId, useState, type ReactNode } from 'react';
import { useCursorQuery, type CursorRows } from '../../providers/hooks';
import { ErrorState, Waiting } from '../states';
import { v } from '../../theme/vars';
import { childrenDocument, type NodeType, type TreeNode } from './documents';
import { useTreeKeys } from './useTreeKeys';

const CHILDREN = 200;

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& ul': { listStyle: 'none', margin: 0, padding: '0 0 0 20px' },
});

const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  minHeight: 36,
  paddingRight: 8,
  borderRadius: 6,
  cursor: 'pointer',
  '&:hover': { backgroundColor: v.canvas },
  '&[aria-selected="true"]': { backgroundColor: v.brandTint, fontWeight: 600 },
  '&:focus-visible': { outline: `2px solid ${v.focus}`, outlineOffset: -2 },
  '&[data-allowed="false"]': { color: v.ink3 },
  '& [data-part="name"]': { flex: 1, minWidth: 0 },
  '@media (max-width: 599.95px)': { minHeight: 44 },
});

const Toggle = styled('button')({
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  width: 32,
  height: 32,
  padding: 0,
  border: 0,
  borderRadius: 4,
  color: v.ink2,
  background: 'none',
  cursor: 'pointer',
  '& svg': { width: 18, height: 18 },
});

const NoToggle = styled('span')({ flex: 'none', width: 32 });

export interface NodeTreeProps {
  readonly label: string;
  readonly selectedId?: string | null;
  readonly onChoose: (node: TreeNode) => void;
  /** Where only some types can be chosen, choosing another opens it. */
  readonly types?: readonly NodeType[] | undefined;
  /** Beside each name: counts, chips. */
  readonly aside?: (node: TreeNode) => ReactNode;
}

const useChildren = (parentId: string | null): CursorRows<TreeNode> =>
  useCursorQuery(childrenDocument, { parentId }, (answer) => answer.orgNodeChildren, { pageSize: CHILDREN });

interface BranchProps extends Omit<NodeTreeProps, 'label'> {
  readonly node: TreeNode;
  readonly first: boolean;
  /** Counted from one at the top. */
  readonly level: number;
}

function TreeToggle({ node, open, onToggle }: { node: TreeNode; open: boolean; onToggle: () => void }) {
  const t = useTranslate();
  const Icon = open ? ExpandMore : ChevronRight;
  if (node.childCount === 0) return <NoToggle />;
  return (
    <Toggle
      type="button"
      tabIndex={-1}
      data-tree-toggle
      aria-label={t(open ? 'shared.node.collapse' : 'shared.node.expand', { name: node.name })}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Icon />
    </Toggle>
  );
}

/** One unit and, once opened, those below it. The item is the row alone, so that its name is what is read there and not its whole subtree. */
function Branch({ node, first, level, ...tree }: BranchProps) {
  const id = useId();
  // One tree has one top for most people: showing it closed would only cost them a click.
  const [open, setOpen] = useState(first && node.childCount > 0);
  const allowed = tree.types?.includes(node.type) ?? true;
  return (
    <li role="none">
      <Row
        role="treeitem"
        aria-level={level}
        aria-selected={node.id === tree.selectedId}
        aria-expanded={node.childCount === 0 ? undefined : open}
        aria-labelledby={`${id}name ${id}aside`}
        tabIndex={first ? 0 : -1}
        data-name={node.name}
        data-allowed={allowed}
        onClick={() => (allowed ? tree.onChoose(node) : setOpen(!open))}
      >
        <TreeToggle node={node} open={open} onToggle={() => setOpen(!open)} />
        <span data-part="name" id={`${id}name`}>
          {node.name}
        </span>
        <span id={`${id}aside`}>{tree.aside?.(node)}</span>
      </Row>
      {open && <Below parentId={node.id} level={level + 1} {...tree} />}
    </li>
  );
}

function More({ list }: { list: CursorRows<TreeNode> }) {
  const t = useTranslate();
  if (!list.hasMore) return null;
  return (
    <li role="none">
      <Button variant="text" size="small" onClick={list.loadMore} loading={list.isLoadingMore}>
        {t('shared.node.more')}
      </Button>
    </li>
  );
}

type RowsProps = Omit<NodeTreeProps, 'label'> & { readonly list: CursorRows<TreeNode>; readonly level: number };

function Rows({ list, level, ...tree }: RowsProps) {
  const t = useTranslate();
  if (list.error && list.rows.length === 0) {
    return (
      <li role="none">
        <ErrorState failed={t('shared.node.failed')} error={list.error} onRetry={list.retry} />
      </li>
    );
  }
  return (
    <>
      {list.isPending && (
        <Waiting>
          <li role="none" className="hw-hint">
            {t('shared.state.loading')}
          </li>
        </Waiting>
      )}
      {list.rows.map((node, index) => (
        <Branch key={node.id} node={node} first={level === 1 && index === 0} level={level} {...tree} />
      ))}
      <More list={list} />
    </>
  );
}

function Below({ parentId, ...tree }: Omit<RowsProps, 'list'> & { parentId: string }) {
  const list = useChildren(parentId);
  return (
    <ul role="group">
      <Rows list={list} {...tree} />
    </ul>
  );
}

/** The units that the viewer sees, opened level by level, 200 at a time. */
export function NodeTree({ label, ...tree }: NodeTreeProps) {
  const list = useChildren(null);
  const keys = useTreeKeys((item) => item.click());
  return (
    <List role="tree" aria-label={label} {...keys}>
      <Rows list={list} level={1} {...tree} />
    </List>
  );
}
