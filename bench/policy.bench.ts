import { buildTree, isBranch, type NodeId, type NodeType } from '@headwater/org-tree';
import {
  buildSnapshot,
  effectOf,
  explain,
  impactHash,
  kindOf,
  stepsOf,
  supposing,
  type FieldKey,
  type Operation,
  type PolicySnapshot,
  type Proposal,
} from '@headwater/policy';
import { chainOf } from './support/chain.js';
import { assignmentOf, factsOver, kind, versionOf } from './support/facts.js';
import { median, rate, ratioOf, report, seedOf, times } from './support/measure.js';

const AT = Date.UTC(2026, 0, 1);
const seed = seedOf();
/** What resolving has to reach of a plain Map's rate. */
const LEAST = 0.5;
/** The most that people put into one set; a job carries out as many as there are malls. */
const OPERATIONS_OF_A_SET = 50;

/** Branches and the facts spread over them: as many in a hundred at each size. */
const sizes = [
  { branches: 1000, facts: 50 },
  { branches: 100_000, facts: 5000 },
];

function measureBuild(branches: number, count: number): PolicySnapshot {
  const nodes = chainOf(branches);
  const facts = factsOver(nodes, count, seed);
  const tree = buildTree(nodes);
  const build = () => buildSnapshot({ tree, ...facts, epoch: 1 });
  report('build the tree', median(times(() => buildTree(nodes))), 'ms', branches);
  report(`build the whole snapshot of ${String(count)} facts`, median(times(build)), 'ms', branches);
  return build();
}

/** All read the same branches in the same scattered order. */
function measureReads(branches: number, snapshot: PolicySnapshot): void {
  const { tree } = snapshot;
  const stores = Array.from({ length: tree.size }, (_, at) => tree.nodeAt(at))
    .filter(({ type }) => isBranch(type))
    .map(({ id }) => id);
  const pick = (index: number) => stores[(index * 7919) % stores.length] as NodeId;
  const plain = new Map(stores.map((id) => [id, { cap: 1 }]));
  const fields = kindOf(kind).fields.map(({ key }) => key);
  const question = (index: number, field: FieldKey) => ({ kind, nodeId: pick(index), field, at: AT }) as const;
  const lookUp = (index: number) => plain.get(pick(index))?.cap ?? 0;
  const resolve = (index: number) => (snapshot.resolve(kind, pick(index), AT).on === true ? 1 : 0);
  const explained = rate((index) => explain(snapshot, question(index, 'mode')).candidates.length, 500, 100);
  const whole = rate(
    (index) => fields.reduce((sum, field) => sum + explain(snapshot, question(index, field)).candidates.length, 0),
    500,
    10,
  );
  const resolved = rate(resolve);
  report('Map lookup', rate(lookUp), 'per s', branches);
  report('resolve', resolved, 'per s', branches);
  const ratio = ratioOf(resolve, lookUp);
  report('resolve ÷ Map lookup', ratio, 'ratio', branches);
  if (ratio < LEAST) throw new Error(`resolve runs at ${ratio.toFixed(2)} of a Map lookup, less than ${String(LEAST)}`);
  report('explain one field', explained, 'per s', branches);
  report(`explain all ${String(fields.length)} fields`, whole, 'per s', branches);
  report('resolve ÷ explain one field', resolved / explained, 'ratio', branches);
}

/** A push at HQ as every instance meets it: one more fact over the snapshot it has. */
function measurePush(branches: number, snapshot: PolicySnapshot): void {
  const { root } = snapshot.tree;
  const last = snapshot.tree.idAt(snapshot.tree.size - 1);
  const push = (round: number) => {
    const index = 100_000 + round;
    const version = versionOf(index, { enabled: { set: round % 2 === 0 } });
    const assignment = assignmentOf(index, root, { recordedFrom: 2 + round });
    return snapshot.withFacts({ versions: [version], assignments: [assignment] }, 2 + round).resolve(kind, last, AT);
  };
  report('push at HQ into the snapshot', median(times(push)), 'ms', branches);
}

const address = {
  ...{ recipient: 'Bench', phone: '021-60000000', province: '上海市', city: '上海市', district: '青浦区', street: '华新路 1 号' },
  instructions: '',
};

/** HQ's return address, without which no branch may have free returns. */
function addressed(snapshot: PolicySnapshot): PolicySnapshot {
  const version = { ...versionOf(300_000, { returnAddress: { set: address } }), kind: 'afterSalesRules' as const };
  const assignment = assignmentOf(300_000, snapshot.tree.root, { kind: 'afterSalesRules', recordedFrom: 2 });
  return snapshot.withFacts({ versions: [version], assignments: [assignment] }, 2);
}

/** What is shown before a push at HQ: for how many branches it takes effect, in which fields, where it has none and why. */
function measureImpact(branches: number, built: PolicySnapshot): void {
  const snapshot = addressed(built);
  const { root } = snapshot.tree;
  const directives = (round: number) => ({ mode: { set: { kind: 'actual', cap: 800 + 10 * round } } }) as const;
  const impact = (round: number) => {
    const proposal: Proposal = {
      ...{ kind, nodeId: root, track: 'own', from: AT, to: null },
      version: versionOf(200_000 + round, directives(round)),
    };
    const effect = effectOf(snapshot, supposing(snapshot, proposal), kind, root, AT);
    if (effect.branches !== branches) throw new Error(`looked at ${String(effect.branches)} of ${String(branches)} branches`);
    return effect;
  };
  report('impact of a change at HQ on all branches', median(times(impact)), 'ms', branches);
  const judge = (operations: (round: number) => readonly Operation[]) =>
    median(
      times((round) => {
        const steps = stepsOf(snapshot, operations(round), AT);
        const problem = steps.flatMap(({ problems }) => problems)[0];
        if (problem) throw new Error(`a change set that may not be carried out: ${JSON.stringify(problem)}`);
        return impactHash(steps);
      }, 5),
    );
  const units = Array.from({ length: snapshot.tree.size }, (_, at) => snapshot.tree.nodeAt(at));
  const idsOf = (type: NodeType) => units.filter((unit) => unit.type === type).map(({ id }) => id);
  const own = (nodeId: NodeId, round: number): Operation => ({ verb: 'setOwn', kind, nodeId, changes: directives(round) });
  const malls = idsOf('mall');
  for (const places of [[root], malls.slice(0, OPERATIONS_OF_A_SET), malls]) {
    const judged = judge((round) => places.map((nodeId) => own(nodeId, round)));
    report(`a change set of ${String(places.length)} operations, judged and its impact identified`, judged, 'ms', branches);
  }
  const [region, other] = idsOf('region');
  if (!region || !other) return;
  const move: Operation = { verb: 'move', nodeId: region, parentId: other, fromParentId: root };
  report(
    'a region moved below another, judged and its impact identified',
    judge(() => [move]),
    'ms',
    branches,
  );
}

console.log(`policy: seed ${String(seed)}; HEADWATER_SEED=N draws other facts`);
for (const { branches, facts } of sizes) {
  const snapshot = measureBuild(branches, facts);
  measureReads(branches, snapshot);
  measurePush(branches, snapshot);
  measureImpact(branches, snapshot);
}
