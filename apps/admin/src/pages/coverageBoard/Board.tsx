import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useEffect, useRef } from 'react';
import { useCursorQuery, type CursorRows } from '../../providers/hooks';
import { useKeyHelp } from '../../shared/keyboard';
import { ErrorState, Waiting } from '../../shared/states';
import { coverageDocument, type CoverageRow } from './documents';
import { Row, type Part } from './Row';
import { Sheet, Table } from './styles';
import type { Selection } from './useSelection';
import type { Find } from './useFind';
import { useOpened, withFound, type Opened } from './useOpened';
import { goToRow, useTreeGridKeys } from './useTreeGridKeys';

const CHILDREN = 200;
const COLUMNS = 6;

interface BoardProps {
  readonly roots: readonly CoverageRow[];
  readonly find: Find;
  readonly at: string | null;
  readonly selection: Selection;
}

interface TreeProps extends Omit<BoardProps, 'roots'> {
  readonly opened: Opened;
}

export const useRows = (parentId: string | null, at: string | null, enabled = true): CursorRows<CoverageRow> =>
  useCursorQuery(coverageDocument, { parentId, at }, (answer) => answer.coverage, { pageSize: CHILDREN, enabled });

interface BranchProps extends TreeProps {
  readonly row: CoverageRow;
  readonly level: number;
  readonly first: boolean;
  readonly openAtFirst: boolean;
  /** The units above, from the chosen one on; null: it is not below that. */
  readonly below: readonly string[] | null;
}

/** The row that was looked for is chosen, and has the focus, as soon as it is there. */
function useArrival(row: CoverageRow, { find, opened, selection }: TreeProps) {
  const ref = useRef<HTMLTableRowElement>(null);
  const isSought = find.soughtId === row.node.id;
  useEffect(() => {
    if (!isSought || !ref.current) return;
    selection.choose(row);
    opened.keepWay();
    find.arrived();
    goToRow(ref.current);
  }, [isSought, row, find, opened, selection]);
  return ref;
}

/** Where a unit stands to the selection: in it, taken out by itself, or with a unit above; null: it is not below the chosen one. */
function partOf({ isExcluded }: Selection, id: string, below: readonly string[] | null): Part | null {
  if (below === null) return null;
  if (below.some(isExcluded)) return 'outAbove';
  return isExcluded(id) ? 'out' : 'in';
}

/** One unit and, once opened, those below it. */
function Branch({ row, level, first, openAtFirst, below, ...tree }: BranchProps) {
  const { opened, selection } = tree;
  const { see } = selection;
  const { id } = row.node;
  const ref = useArrival(row, tree);
  const open = opened.isOpen(row, openAtFirst);
  const selected = id === selection.chosen?.node.id;
  useEffect(() => {
    if (selected) see(row);
  }, [selected, row, see]);
  const toggle = () => opened.turn(row, !open);
  return (
    <>
      <Row
        {...{ ref, row, level, open, selected, first }}
        part={partOf(selection, id, below)}
        onToggle={toggle}
        onChoose={() => selection.choose(row)}
        onPart={() => selection.turn(row, below ?? [])}
      />
      {open && <Below parentId={id} level={level + 1} below={selected ? [id] : below && [...below, id]} {...tree} />}
    </>
  );
}

function Below({ parentId, level, below, ...tree }: TreeProps & Pick<BranchProps, 'level' | 'below'> & { parentId: string }) {
  const t = useTranslate();
  const list = useRows(parentId, tree.at);
  const rows = list.isPending ? list.rows : withFound(list.rows, tree.find.path, parentId);
  return (
    <>
      {list.isPending && (
        <tr>
          <td colSpan={COLUMNS}>
            <Waiting>
              <span className="hw-hint">{t('shared.state.loading')}</span>
            </Waiting>
          </td>
        </tr>
      )}
      {list.error && (
        <tr>
          <td colSpan={COLUMNS}>
            <ErrorState failed={t('coverage.failed')} error={list.error} onRetry={list.retry} />
          </td>
        </tr>
      )}
      {rows.map((row) => (
        <Branch key={row.node.id} row={row} level={level} first={false} openAtFirst={false} below={below} {...tree} />
      ))}
      {list.hasMore && (
        <tr>
          <td colSpan={COLUMNS}>
            <Button variant="text" size="small" onClick={list.loadMore} loading={list.isLoadingMore}>
              {t('coverage.more')}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
}

const heads = ['unit', 'branches', 'on', 'source', 'cap', 'cost'] as const;
const right: ReadonlySet<string> = new Set(['branches', 'cost']);

/** The tree of units with how far free returns reach in each; the highest is open, 200 are loaded at a time. */
export function Board({ roots, ...board }: BoardProps) {
  const t = useTranslate();
  const tree = { ...board, opened: useOpened(board.find) };
  const keys = useTreeGridKeys();
  useKeyHelp(t('coverage.title'), [
    { keys: '↑ ↓', label: t('coverage.keys.move') },
    { keys: '← →', label: t('coverage.keys.turn') },
    { keys: 'Space', label: t('coverage.keys.choose') },
    { keys: 'Enter', label: t('coverage.keys.only') },
    { keys: 'a…z', label: t('coverage.keys.jump') },
  ]);
  return (
    <Sheet>
      <Table role="treegrid" aria-label={t('coverage.title')} {...keys}>
        <thead>
          <tr role="row">
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col" data-align={right.has(head) ? 'right' : undefined}>
                {t(`coverage.col.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {roots.map((row, index) => (
            <Branch
              key={row.node.id}
              row={row}
              level={1}
              first={index === 0}
              openAtFirst={roots.length === 1}
              below={null}
              {...tree}
            />
          ))}
        </tbody>
      </Table>
    </Sheet>
  );
}
