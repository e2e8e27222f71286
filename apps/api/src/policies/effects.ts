import { effectOf, kindOf, type EffectGroup, type KindKey, type NoEffect, type PolicySnapshot } from '@headwater/policy';
import type { NodeId } from '@headwater/org-tree';
import type { CoverageEffectView, NoEffectReasonView, RuleChangeView } from './coverage.types.js';
import type { NamedProblem } from './errors.js';
import { nodeIn } from './naming.js';
import type { PolicyState } from './policy-state.js';
import type { Written } from './policy-writer.service.js';
import { adjustmentWarning } from './problems.js';

/** A change at a unit, before and after, looked at from one instant. */
export interface Change {
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly before: PolicySnapshot;
  readonly after: PolicySnapshot;
  readonly at: number;
  /** What it is called where a branch had it so before. */
  readonly alreadySo: 'same' | 'alreadyOn' | 'alreadyOff';
}

/** An effect without what only its asker knows. */
export type EffectPart = Omit<CoverageEffectView, 'dryRun' | 'problems' | 'rowsWritten' | 'epoch'>;

const EXAMPLES = 5;

/** P3: for how many branches a change takes effect, and where it has none, and why. Archived branches are no branches any more. */
export function countEffect(state: PolicyState, change: Change): EffectPart {
  const effect = effectOf(change.before, change.after, change.kind, change.nodeId, change.at);
  const groups = effect.groups.filter(({ reason }) => reason !== 'archived');
  const reasons = reasonsOf(state, groups, change);
  const unchanged = reasons.reduce((sum, { branches }) => sum + branches, 0);
  return {
    node: nodeIn(state, change.nodeId),
    branches: effect.changed + unchanged,
    changed: effect.changed,
    unchanged,
    reasons,
    fields: fieldsOf(change.kind, effect.fields),
    warnings: effect.adjusted.map((adjusted) => adjustmentWarning(state, adjusted)),
    covers: [],
  };
}

function reasonsOf(state: PolicyState, groups: readonly EffectGroup[], { alreadySo }: Change): NoEffectReasonView[] {
  return groups.flatMap(({ reason, by, nodeIds }) =>
    reason === null
      ? []
      : [
          {
            code: codeOf(reason, alreadySo),
            branches: nodeIds.length,
            by: by === null ? null : nodeIn(state, by),
            examples: nodeIds.slice(0, EXAMPLES).map((id) => nodeIn(state, id)),
          },
        ],
  );
}

const codeOf = (reason: NoEffect, alreadySo: Change['alreadySo']): string => (reason === 'alreadySo' ? alreadySo : reason);

const fieldsOf = (kind: KindKey, counts: Readonly<Partial<Record<string, number>>>): RuleChangeView[] =>
  kindOf(kind).fields.flatMap(({ key }) => {
    const branches = counts[key];
    return branches === undefined ? [] : [{ kind, field: key, branches }];
  });

/** The effect of what would be written, and why that would be refused. */
export const effectForeseen = (state: PolicyState, effect: EffectPart, problems: NamedProblem[]): CoverageEffectView => ({
  ...effect,
  ...{ dryRun: true, problems, rowsWritten: 0, epoch: state.epoch },
});

/** The effect of what was written. */
export const effectWritten = ({ result, rows, state }: Written<EffectPart>): CoverageEffectView => ({
  ...result,
  ...{ dryRun: false, problems: [], rowsWritten: rows, epoch: state.epoch },
});
