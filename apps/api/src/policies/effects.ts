import {
  effectOf,
  findingsBrought,
  kindOf,
  type EffectGroup,
  type KindKey,
  type NoEffect,
  type PolicySnapshot,
} from '@headwater/policy';
import type { NodeId } from '@headwater/org-tree';
import type { NodeRefView } from '../tree/org-node.view.js';
import type { ApprovalReasonView } from './approval.types.js';
import type { CoverageEffectView, RuleChangeView } from './coverage.types.js';
import { branchesOf, type Group, type ReasonLine } from './effect-branches.js';
import type { NamedProblem } from './errors.js';
import { nodeIn } from './naming.js';
import type { PolicyState } from './policy-state.js';
import type { Written } from './policy-writer.service.js';
import { MARKET } from './market.js';
import { adjustmentWarning, findingWarning } from './problems.js';

/** A change at a unit, before and after, looked at from one instant. */
export interface Change {
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly before: PolicySnapshot;
  readonly after: PolicySnapshot;
  readonly at: number;
  /** What it is called where a branch had it so before. */
  readonly alreadySo: 'same' | 'alreadyOn' | 'alreadyOff';
  /** Units that the change leaves out. */
  readonly excluded?: readonly NodeId[];
}

/** An effect without what only its asker knows. */
export type EffectPart = Omit<CoverageEffectView, 'dryRun' | 'problems' | 'approval' | 'rowsWritten' | 'epoch'>;

const EXAMPLES = 5;
/** Of each reason; the others are counted together. */
const UNITS_NAMED = 20;

/** P3: for how many branches a change takes effect, and where it has none, and why. Archived branches are no branches any more. */
export function countEffect(state: PolicyState, change: Change): EffectPart {
  const effect = effectOf(change.before, change.after, change.kind, change.nodeId, change.at);
  const groups = leftOut(effect.groups, change).filter(({ reason }) => reason !== 'archived');
  const lines = linesOf(state, groups, change);
  const reasons = lines.map(({ view }) => view);
  const unchanged = reasons.reduce((sum, { branches }) => sum + branches, 0);
  return {
    node: refIn(state, change.nodeId),
    branches: effect.changed + unchanged,
    changed: effect.changed,
    latent: effect.latent,
    unchanged,
    reasons,
    fields: fieldsOf(change.kind, effect.fields),
    warnings: [
      ...effect.adjusted.map((adjusted) => adjustmentWarning(state, adjusted)),
      ...findingsBrought({ ...change, within: change.nodeId }, MARKET).map((finding) => findingWarning(state, finding)),
    ],
    covers: [],
    clashes: [],
    branchesOf: branchesOf(groups, lines),
  };
}

/** Of the branches without an effect, those below what is left out are so for that reason, by the unit that is. */
function leftOut(groups: readonly EffectGroup[], { after: { tree }, excluded = [] }: Change): Group[] {
  if (excluded.length === 0) return [...groups];
  const isOut = (branch: NodeId, unit: NodeId) => tree.isWithin(branch, unit);
  const isAnywhere = (branch: NodeId) => excluded.some((unit) => isOut(branch, unit));
  const others = groups.map((group) =>
    group.reason === null || group.reason === 'archived'
      ? group
      : { ...group, nodeIds: group.nodeIds.filter((branch) => !isAnywhere(branch)) },
  );
  const unchanged = groups.filter(({ reason }) => reason !== null && reason !== 'archived').flatMap(({ nodeIds }) => nodeIds);
  const out = excluded.map((unit): Group => {
    const nodeIds = unchanged.filter((branch) => isOut(branch, unit));
    return { reason: 'excluded', by: unit, fields: [], nodeIds };
  });
  return [...others, ...out].filter(({ nodeIds }) => nodeIds.length > 0);
}

/** By code, those with most branches first; beyond the named units of a code, what is left is one line. */
function linesOf(state: PolicyState, groups: readonly Group[], { alreadySo }: Change): ReasonLine[] {
  const byCode = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.reason === null) continue;
    const code = codeOf(group.reason, alreadySo);
    const same = byCode.get(code);
    if (same) same.push(group);
    else byCode.set(code, [group]);
  }
  return [...byCode].flatMap(([code, same]) => linesOfCode(state, code, same));
}

function linesOfCode(state: PolicyState, code: string, groups: readonly Group[]): ReasonLine[] {
  const sorted = [...groups].sort((a, b) => b.nodeIds.length - a.nodeIds.length);
  const [named, others] = [sorted.slice(0, UNITS_NAMED), sorted.slice(UNITS_NAMED)];
  const lines = named.map(({ by, nodeIds }) => reasonLine(state, { code, by, units: by === null ? 0 : 1 }, nodeIds));
  const left = others.flatMap(({ nodeIds }) => nodeIds);
  return left.length === 0 ? lines : [...lines, reasonLine(state, { code, by: null, units: others.length }, left)];
}

const reasonLine = (
  state: PolicyState,
  { code, by, units }: { code: string; by: NodeId | null; units: number },
  nodeIds: readonly NodeId[],
): ReasonLine => ({
  nodeIds,
  view: {
    ...{
      key: [code, by ?? 'others'].join(' '),
      code,
      units,
      branches: nodeIds.length,
      by: by === null ? null : refIn(state, by),
    },
    examples: nodeIds.slice(0, EXAMPLES).map((id) => refIn(state, id)),
  },
});

/** What an answer names a unit by, and no more: an impact is kept with its change set. */
function refIn(state: PolicyState, unit: NodeId): NodeRefView {
  const { id, name, type } = nodeIn(state, unit);
  return { id, name, type };
}

const codeOf = (reason: NoEffect | 'excluded', alreadySo: Change['alreadySo']): string =>
  reason === 'alreadySo' ? alreadySo : reason;

const fieldsOf = (kind: KindKey, counts: Readonly<Partial<Record<string, number>>>): RuleChangeView[] =>
  kindOf(kind).fields.flatMap(({ key }) => {
    const branches = counts[key];
    return branches === undefined ? [] : [{ kind, field: key, branches }];
  });

/** The effect of what would be written, and why that would be refused. */
export const effectForeseen = (
  state: PolicyState,
  effect: EffectPart,
  problems: NamedProblem[],
  approval: ApprovalReasonView[] = [],
): CoverageEffectView => ({
  ...effect,
  ...{ dryRun: true, problems, approval, rowsWritten: 0, epoch: state.epoch },
});

/** The effect of what was written. */
export const effectWritten = ({ result, rows, state }: Written<EffectPart>): CoverageEffectView => ({
  ...result,
  ...{ dryRun: false, problems: [], approval: [], rowsWritten: rows, epoch: state.epoch },
});
