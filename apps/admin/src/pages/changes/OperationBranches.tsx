import { useCallback } from 'react';
import type { ResultOf } from '../../providers/graphql';
import { useCursorQuery } from '../../providers/hooks';
import { BRANCHES_A_PAGE, BranchTable, noBranches, type BranchGroup } from '../../shared/impact';
import { operationBranchesDocument } from './documents';

interface OperationBranchesProps extends BranchGroup {
  readonly id: string;
  /** Place of the operation in its set. */
  readonly index: number;
}

/** The branches behind a figure of one operation of a set that is judged as it stands. */
export function OperationBranches({ id, index, keys, field }: OperationBranchesProps) {
  const pick = useCallback(
    (answer: ResultOf<typeof operationBranchesDocument>) => answer.changeSet?.impact?.effects[index]?.branchesOf ?? noBranches,
    [index],
  );
  return <BranchTable list={useCursorQuery(operationBranchesDocument, { id, keys, field }, pick, BRANCHES_A_PAGE)} />;
}
