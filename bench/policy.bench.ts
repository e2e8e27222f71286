import { buildTree, type NodeId } from '@headwater/org-tree';
import {
  assignmentId,
  buildSnapshot,
  explain,
  policyId,
  versionId,
  type Assignment,
  type PolicySnapshot,
  type PolicyVersion,
} from '@headwater/policy';
import { chainOf } from './support/chain.js';
import { median, rate, report } from './support/measure.js';

const AT = Date.UTC(2026, 0, 1);
const FACTS = 500;

function version(index: number): PolicyVersion {
  const cap = 500 + (index % 100) * 10;
  return {
    id: versionId(`v${String(index)}`),
    kind: 'returnShippingSubsidy',
    policyId: policyId('p'),
    number: index + 1,
    directives: { enabled: { set: true }, mode: { set: { kind: 'actual', cap } } },
  };
}

function assignment(index: number, nodeId: NodeId): Assignment {
  return {
    id: assignmentId(`a${String(index)}`),
    kind: 'returnShippingSubsidy',
    nodeId,
    track: 'own',
    versionId: versionId(`v${String(index)}`),
    from: 0,
    to: null,
    recordedFrom: 1,
    recordedTo: null,
    seq: index,
  };
}

/** A snapshot with a version at HQ and own ones spread over the stores. */
function snapshotOf(branches: number): { snapshot: PolicySnapshot; stores: NodeId[] } {
  const nodes = chainOf(branches);
  const stores = nodes.filter((node) => node.type === 'store').map((node) => node.id);
  const places = [
    nodes[0],
    ...Array.from({ length: FACTS }, (_, index) => nodes[nodes.length - 1 - index * Math.floor(branches / FACTS)]),
  ];
  const assignments = places.flatMap((node, index) => (node === undefined ? [] : [assignment(index, node.id)]));
  const versions = assignments.map((_, index) => version(index));
  const snapshot = buildSnapshot({ tree: buildTree(nodes), versions, assignments, suspensions: [], epoch: 1 });
  return { snapshot, stores };
}

/** Both read the same stores in the same scattered order. */
function measureResolve(branches: number): void {
  const { snapshot, stores } = snapshotOf(branches);
  const pick = (index: number) => stores[(index * 7919) % stores.length] as NodeId;
  const plain = new Map(stores.map((id) => [id, { cap: 1 }]));
  const byMap = rate((index) => plain.get(pick(index))?.cap ?? 0);
  const resolved = rate((index) => (snapshot.resolve('returnShippingSubsidy', pick(index), AT).on === true ? 1 : 0));
  const explained = rate(
    (index) => explain(snapshot, { kind: 'returnShippingSubsidy', nodeId: pick(index), field: 'mode', at: AT }).candidates.length,
  );
  report('Map lookup', byMap, 'per s', branches);
  report('resolve', resolved, 'per s', branches);
  report('explain one field', explained, 'per s', branches);
  report('resolve ÷ Map lookup', resolved / byMap, 'ratio', branches);
}

/** A push at HQ as every instance meets it: one more fact over the snapshot it has. */
function measurePush(branches: number): void {
  const { snapshot, stores } = snapshotOf(branches);
  const root = snapshot.tree.root;
  const times = Array.from({ length: 9 }, (_, round) => {
    const index = 10_000 + round;
    const since = performance.now();
    const next = snapshot.withFacts(
      { versions: [version(index)], assignments: [{ ...assignment(index, root), recordedFrom: 2 + round }] },
      2 + round,
    );
    next.resolve('returnShippingSubsidy', stores[0] as NodeId, AT);
    return performance.now() - since;
  });
  report('push at HQ into the snapshot', median(times), 'ms', branches);
}

for (const branches of [1000, 100_000]) {
  measureResolve(branches);
  measurePush(branches);
}
