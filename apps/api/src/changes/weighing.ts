import { nodeId as unitId } from '@headwater/org-tree';
import { kindKeys, type Directives, type KindKey, type Operation, type Step } from '@headwater/policy';
import type { EntityManager } from 'typeorm';
import type { ApprovalService, Weighed } from '../policies/approval.service.js';
import type { ApprovalReasonView } from '../policies/approval.types.js';
import type { PolicyState } from '../policies/policy-state.js';
import { kindsOf, weightIn } from './changed.js';
import type { Judgement } from './judgement.js';

/** P10: why a set needs an approval. All its operations of a kind count as one act: one by one they would stay below any threshold. */
export async function approvalReasons(
  manager: EntityManager,
  approvals: ApprovalService,
  { state, now, steps }: Judgement,
): Promise<ApprovalReasonView[]> {
  const acts = kindKeys.flatMap((kind) => actOf(state, steps, kind));
  return (await Promise.all(acts.map((act) => approvals.reasons(manager, state, act, now)))).flat();
}

function actOf(state: PolicyState, all: readonly Step[], kind: KindKey): Weighed[] {
  const steps = all.filter(({ operation }) => kindsOf(operation).includes(kind));
  const [nodeId, ...besides] = outermost(
    state,
    steps.map(({ operation }) => operation.nodeId),
  );
  if (nodeId === undefined) return [];
  const said = steps.map(({ operation }) => directivesOf(operation, state));
  return [{ kind, nodeId, besides, changed: weightIn(steps, kind), said }];
}

/** The units that are not below another of them: what is counted of them is counted once. */
function outermost({ snapshot: { tree } }: PolicyState, units: readonly string[]): string[] {
  const standing = new Set(units.filter((unit) => tree.positionOf(unitId(unit)) >= 0));
  const isBelow = (unit: string) => tree.pathOf(unitId(unit)).some((above) => above !== unit && standing.has(above));
  return [...standing].filter((unit) => !isBelow(unit));
}

/** What an operation says, as far as it may bind those below. */
function directivesOf(operation: Operation, { snapshot }: PolicyState): Directives {
  if (operation.verb === 'assign') return (operation.versionId && snapshot.version(operation.versionId)?.directives) ?? {};
  if (operation.verb !== 'setOwn') return {};
  return Object.fromEntries(Object.entries(operation.changes).flatMap(([key, said]) => (said ? [[key, said]] : [])));
}
