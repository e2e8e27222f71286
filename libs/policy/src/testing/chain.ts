import { buildTree, nodeId } from '@headwater/org-tree';
import type { NodeType, TreeNode } from '@headwater/org-tree';
import type { Assignment, Directives, Exemption, PolicyVersion, Suspension, Track } from '../facts/types.js';
import { assignmentId, exemptionId, suspensionId, versionId } from '../ids.js';
import { buildSnapshot } from '../snapshot/snapshot.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { FieldKey, KindKey } from '../values/types.js';

const unit = (id: string, parentId: string | null, type: NodeType): TreeNode => ({
  ...{ id: nodeId(id), parentId: parentId === null ? null : nodeId(parentId), type },
});

/** A chain that fits on a page. `closed` is archived at 500. */
export const units: readonly TreeNode[] = [
  unit('HQ', null, 'headquarters'),
  unit('east', 'HQ', 'region'),
  unit('mall', 'east', 'mall'),
  unit('s1', 'mall', 'store'),
  unit('s2', 'mall', 'store'),
  unit('s3', 'east', 'store'),
  { ...unit('closed', 'east', 'store'), archivedAt: 500 },
  unit('west', 'HQ', 'region'),
  unit('s4', 'west', 'store'),
];

export const id = nodeId;

/** What somebody recorded, in the order of the list. */
export type Recordable =
  | {
      what: 'assign';
      kind: KindKey;
      node: string;
      track: Track;
      directives: Directives | null;
      from: number;
      to: number | null;
      cohort: readonly string[] | null;
    }
  | { what: 'suspend'; node: string; from: number; to: number | null }
  | { what: 'exempt'; kind: KindKey; node: string; fields: readonly FieldKey[]; ancestor: string; from: number; to: number };

interface Interval {
  from?: number;
  to?: number | null;
  /** P11: a pilot, in the units that it names. */
  cohort?: readonly string[] | null;
}

/** Assigns directives on a track, `HQ/library`; null is back to inherit. */
const assign =
  (kind: KindKey) =>
  (place: string, directives: Directives | null, { from = 0, to = null, cohort = null }: Interval = {}): Recordable => {
    const [node = '', track] = place.split('/');
    return { what: 'assign', kind, node, track: track === 'own' ? 'own' : 'library', directives, from, to, cohort };
  };

export const subsidy = assign('returnShippingSubsidy');
export const rules = assign('afterSalesRules');
export const scripts = assign('serviceScripts');
export const suspend = (node: string, { from = 0, to = null }: Interval = {}): Recordable => ({
  what: 'suspend',
  node,
  from,
  to,
});

/** Lifts HQ’s lock and guards of after-sales rules, or another ancestor’s. */
export const exempt = (
  node: string,
  fields: readonly FieldKey[],
  { ancestor = 'HQ', from = 0, to = 1_000 }: { ancestor?: string; from?: number; to?: number } = {},
): Recordable => ({ what: 'exempt', kind: 'afterSalesRules', node, fields, ancestor, from, to });

/** The compulsory fields, chosen by HQ. */
export const hqRules = (more: Directives = {}): Recordable =>
  rules('HQ/library', { noReasonDays: { set: 7 }, freightPayer: { reset: true }, conditions: { reset: true }, ...more });

export const address = {
  recipient: '售后',
  phone: '021-5555',
  province: '上海',
  city: '上海',
  district: '浦东',
  street: '一路 1 号',
  instructions: '',
};

export const version = (kind: KindKey, directives: Directives, name = 'draft'): PolicyVersion => ({
  ...{ id: versionId(name), kind, policyId: null, number: 1, directives },
});

export function chainOf(...recorded: readonly Recordable[]): PolicySnapshot {
  const versions: PolicyVersion[] = [];
  const assignments: Assignment[] = [];
  const suspensions: Suspension[] = [];
  const exemptions: Exemption[] = [];
  recorded.forEach((each, seq) => {
    const fact = { nodeId: nodeId(each.node), from: each.from, to: each.to, recordedFrom: 1, recordedTo: null };
    if (each.what === 'suspend') {
      suspensions.push({ ...fact, id: suspensionId(`s${seq}`), kind: 'returnShippingSubsidy', reason: '费用异常' });
      return;
    }
    if (each.what === 'exempt') {
      const { kind, fields, ancestor, to } = each;
      exemptions.push({ ...fact, to, id: exemptionId(`x${seq}`), kind, fields, ancestorId: nodeId(ancestor) });
      return;
    }
    if (each.directives) versions.push(version(each.kind, each.directives, `v${seq}`));
    const held = each.directives ? versionId(`v${seq}`) : null;
    const cohort = each.cohort && each.cohort.map((root) => nodeId(root));
    assignments.push({ ...fact, id: assignmentId(`a${seq}`), kind: each.kind, track: each.track, versionId: held, seq, cohort });
  });
  return buildSnapshot({ tree: buildTree(units), epoch: 1, versions, assignments, suspensions, exemptions });
}
