import { isBranch } from '@headwater/org-tree';
import type { NodeId } from '@headwater/org-tree';
import type { PolicyDocument } from '../resolve/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';

export type CoverageState = 'on' | 'off' | 'suspended';

/** Branches at and below a unit by the state of their free returns; archived ones are not counted. */
export interface Coverage {
  readonly branches: number;
  readonly on: number;
  readonly off: number;
  readonly suspended: number;
  /** P11: of all these, for how many a pilot decides whether free returns are on. */
  readonly inPilot: number;
}

/** P3: the state of one branch. A suspension comes first: while it lasts, enabling has no effect. */
export const coverageState = (snapshot: PolicySnapshot, nodeId: NodeId, at: Instant): CoverageState =>
  stateIn(snapshot.resolve('returnShippingSubsidy', nodeId, at));

const stateIn = ({ suspension, on }: PolicyDocument): CoverageState => (suspension ? 'suspended' : on ? 'on' : 'off');

/** P11: whether a pilot is what turns free returns on or off. */
export const isDecidedByPilot = ({ fields }: PolicyDocument<'returnShippingSubsidy'>): boolean =>
  fields.enabled.source?.pilot === true;

/** Coverage of each of the units, in their order. All units are counted in one pass, once per snapshot and each of the last stretches of time. @throws TreeError UNKNOWN_NODE */
export function coverageOf(snapshot: PolicySnapshot, nodeIds: readonly NodeId[], at: Instant): Coverage[] {
  const sums = sumsAt(snapshot, at);
  return nodeIds.map((nodeId) => {
    const first = snapshot.tree.positionOf(nodeId);
    const end = first + snapshot.tree.subtreeSize(nodeId);
    const [on, off, suspended, inPilot] = [
      between(sums.on, first, end),
      between(sums.off, first, end),
      between(sums.suspended, first, end),
      between(sums.inPilot, first, end),
    ];
    return { branches: on + off + suspended, on, off, suspended, inPilot };
  });
}

const between = (sums: Int32Array, first: number, end: number): number => (sums[end] ?? 0) - (sums[first] ?? 0);

/** For each position, how many branches of a state come before it in pre-order: a subtree's count is one subtraction. */
interface Sums extends Record<CoverageState | 'inPilot', Int32Array> {
  readonly from: Instant;
  readonly to: Instant;
}

/** Some look at the present while others look at a date. */
const KEPT = 4;
const known = new WeakMap<PolicySnapshot, readonly Sums[]>();

function sumsAt(snapshot: PolicySnapshot, at: Instant): Sums {
  const held = known.get(snapshot) ?? [];
  const sums = held.find(({ from, to }) => at >= from && at < to) ?? count(snapshot, at);
  known.set(snapshot, [sums, ...held.filter((each) => each !== sums)].slice(0, KEPT));
  return sums;
}

function count(snapshot: PolicySnapshot, at: Instant): Sums {
  const { tree } = snapshot;
  const sums = {
    on: new Int32Array(tree.size + 1),
    off: new Int32Array(tree.size + 1),
    suspended: new Int32Array(tree.size + 1),
    inPilot: new Int32Array(tree.size + 1),
  };
  const states = Object.values(sums);
  let [from, to] = [-Infinity, Infinity];
  for (let position = 0; position < tree.size; position += 1) {
    for (const each of states) each[position + 1] = each[position] ?? 0;
    const archived = tree.archivedFromAt(position);
    [from, to] = at < archived ? [from, Math.min(to, archived)] : [Math.max(from, archived), to];
    if (!isBranch(tree.nodeAt(position).type) || at >= archived) continue;
    const stretch = snapshot.stretchAt('returnShippingSubsidy', position, at);
    [from, to] = [Math.max(from, stretch.from), Math.min(to, stretch.to)];
    const document = snapshot.resolve('returnShippingSubsidy', tree.idAt(position), at);
    add(sums[stateIn(document)], position);
    if (isDecidedByPilot(document)) add(sums.inPilot, position);
  }
  return { ...sums, from, to };
}

const add = (sum: Int32Array, position: number): void => {
  sum[position + 1] = (sum[position + 1] ?? 0) + 1;
};
