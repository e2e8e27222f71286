import { useTranslate } from 'ra-core';
import { useMemo, type ReactElement } from 'react';
import { graphql, type FragmentOf } from '../../providers/graphql';
import { useCursorQuery, type CursorPage, type CursorRows, type PageVariable } from '../../providers/hooks';
import type { Document } from '../../providers/request';
import { ScopedLink } from '../scope';
import { EmptyState } from '../states';
import { CursorTable, type Column } from '../table';

export const branchPageFields = graphql(`
  fragment BranchPageFields on EffectBranchPage {
    total
    nextCursor
    items {
      id
      name
      type
    }
  }
`);

export type BranchPage = FragmentOf<typeof branchPageFields>;
type Branch = BranchPage['items'][number];

/** Which part of an effect: those that change, or reasons, by their keys; where a field is named, those in which it changes. */
export interface BranchGroup {
  readonly keys: string[];
  readonly field: string | null;
}

/** Draws the branches of a part of an effect. */
export type BranchesOf = (group: BranchGroup) => ReactElement;

/** An effect that was kept names none. */
export const noBranches: CursorPage<Branch> = { items: [], nextCursor: null, total: 0 };

function useColumns(): readonly Column<Branch>[] {
  const t = useTranslate();
  return useMemo(
    () => [
      {
        key: 'branch',
        head: t('shared.impact.branch'),
        cell: ({ id, name }) => <ScopedLink to={`/effective/${id}`}>{name}</ScopedLink>,
        card: 'title',
      },
    ],
    [t],
  );
}

/** Branches by pages, each a way to its rules. */
export function BranchTable({ list }: { list: CursorRows<Branch> }) {
  const t = useTranslate();
  const columns = useColumns();
  return (
    <CursorTable
      label={t('shared.impact.branches')}
      columns={columns}
      list={list}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      empty={<EmptyState kind="nothing" text={t('shared.impact.noBranches')} />}
      failed={t('shared.impact.branchesFailed')}
    />
  );
}

/** Rows that are asked for at once. */
export const BRANCHES_A_PAGE = { pageSize: 50 };

/**
 * The list behind a figure of an effect, asked of the very preview that the effect is of: who may see the one sees the other. Its properties
 * are the document's variables.
 */
export function branchList<Result, Variables extends PageVariable>(
  document: Document<Result, Variables>,
  pick: (answer: Result) => BranchPage | null | undefined,
) {
  const pageIn = (answer: Result) => pick(answer) ?? noBranches;
  return function BranchList(variables: Omit<Variables, 'page'>) {
    return <BranchTable list={useCursorQuery(document, variables, pageIn, BRANCHES_A_PAGE)} />;
  };
}
