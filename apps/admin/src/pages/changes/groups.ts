import type { ChangeOperation } from '../../shared/changeSet';

/** An operation with its place in the set. */
export interface Member {
  readonly operation: ChangeOperation;
  readonly index: number;
}

/** Operations of the set that say the same of different units, in their order. */
export type Group = readonly [Member, ...Member[]];

/** What an operation says, whichever unit it says it of. */
const said = ({ verb, kind, versionId, ancestor, fields, changes, to }: ChangeOperation): string =>
  JSON.stringify([verb, kind, versionId, ancestor?.id, fields, changes, to]);

const saysSame = (a: ChangeOperation, b: ChangeOperation): boolean => a.kind !== null && said(a) === said(b);

/** So many are still told one by one. */
const FEW = 3;

/** One after another that say the same are read as one: a set of hundreds of branches is one change to whoever approves it. */
export function groupsOf(operations: readonly ChangeOperation[]): Group[] {
  const groups: [Member, ...Member[]][] = [];
  for (const [index, operation] of operations.entries()) {
    const last = groups.at(-1);
    if (last && saysSame(last[0].operation, operation)) last.push({ operation, index });
    else groups.push([{ operation, index }]);
  }
  return groups.flatMap((group): Group[] => (group.length > FEW ? [group] : group.map((member) => [member])));
}
