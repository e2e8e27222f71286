import type { Directives, KindKey } from '@headwater/policy';
import fc from 'fast-check';
import { IsNull } from 'typeorm';
import { OrgNode } from '../../tree/org-node.entity.js';
import { unitId } from '../../testing/organization.js';
import { PolicyAssignment, PolicyExemption } from '../policy.entity.js';
import { ask, publish, rules, subsidy, type Chain } from './operations.js';

const DAY = 86_400_000;
const units = ['HQ', 'EAST', 'MALL', 'SHOP1', 'SHOP2', 'WEST', 'SHOP3'];

/** Shared versions that go at each other: values, a lock, a guard, and one that says nothing of what the others say. */
const library: readonly (readonly [KindKey, Directives])[] = [
  [subsidy, { mode: { set: { kind: 'actual', cap: 1800 } }, enabled: { set: true } }],
  [subsidy, { mode: { set: { kind: 'actual', cap: 900 }, guard: { max: 1000 } } }],
  [subsidy, { mode: { set: { kind: 'actual', cap: 1500 }, lock: true } }],
  [rules, { noReasonDays: { set: 15 }, respondHours: { guard: { min: 12, max: 72 } } }],
  [rules, { noReasonDays: { set: 10, lock: true } }],
  [rules, { respondHours: { set: 24 } }],
];

/** What branches say for themselves; null is back to inherit. */
const sayings: readonly (readonly [KindKey, object])[] = [
  [subsidy, { mode: { set: { kind: 'actual', cap: 700 } } }],
  [subsidy, { mode: { reset: true } }],
  [subsidy, { mode: null }],
  [rules, { noReasonDays: { set: 30 } }],
  [rules, { respondHours: { set: 36 }, noReasonDays: null }],
];

/** What people do to a chain by its API. Days count from now; `draw` picks among what there is. */
export type Command =
  | { verb: 'assign'; unit: string; version: number; day: number; days: number | null }
  | { verb: 'setOwn'; unit: string; saying: number }
  | { verb: 'turn'; unit: string; on: boolean }
  | { verb: 'suspend' | 'resume'; unit: string }
  | { verb: 'exempt'; unit: string; ancestor: string; days: number }
  | { verb: 'revoke' | 'cancel'; draw: number }
  | { verb: 'move'; unit: string; to: string }
  | { verb: 'archive' | 'restore'; unit: string };

const unit = fc.constantFrom(...units);
const verbs = <V extends string>(...these: V[]) => fc.constantFrom(...these);

export const commandArbitrary: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ verb: fc.constant('assign' as const), unit, version: fc.nat(library.length - 1) },
      ...{ day: fc.constantFrom(0, 0, -5, 3), days: fc.constantFrom(null, 10) },
    }),
  },
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('setOwn' as const), unit, saying: fc.nat(sayings.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('turn' as const), unit, on: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ verb: verbs('suspend', 'resume'), unit }) },
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constant('exempt' as const), unit, ancestor: unit, days: fc.constantFrom(1, 20) }),
  },
  { weight: 3, arbitrary: fc.record({ verb: verbs('revoke', 'cancel', 'cancel'), draw: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('move' as const), unit, to: unit }) },
  { weight: 1, arbitrary: fc.record({ verb: verbs('archive', 'restore', 'restore'), unit }) },
);

/** Every verb once, in an order in which each goes through from the start; random sequences follow. */
export const oneOfEach: Command[] = [
  { verb: 'assign', unit: 'HQ', version: 0, day: 0, days: null },
  { verb: 'setOwn', unit: 'SHOP1', saying: 0 },
  { verb: 'turn', unit: 'SHOP2', on: false },
  { verb: 'suspend', unit: 'WEST' },
  { verb: 'resume', unit: 'WEST' },
  { verb: 'assign', unit: 'EAST', version: 1, day: 0, days: null },
  { verb: 'exempt', unit: 'MALL', ancestor: 'EAST', days: 20 },
  { verb: 'revoke', draw: 0 },
  // The third assignment that holds: what SHOP1 said for itself.
  { verb: 'cancel', draw: 2 },
  { verb: 'move', unit: 'SHOP3', to: 'EAST' },
  { verb: 'archive', unit: 'SHOP2' },
  { verb: 'restore', unit: 'SHOP2' },
];

export const nodeIds = units.map(unitId);

/** Publishes the shared versions that commands assign. @returns their ids */
export async function publishLibrary({ operator }: Chain): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, [kind, directives]] of library.entries())
    ids.push((await publish(operator, kind, `V${String(index)}`, directives)).versionId);
  return ids;
}

const because = { reason: '演练' };
const MOVE =
  'mutation ($id: ID!, $parentId: ID!, $version: Int!) { it: moveOrgNode(id: $id, parentId: $parentId, version: $version) { id } }';
const ARCHIVE = 'mutation ($id: ID!, $version: Int!) { it: archiveOrgNode(id: $id, version: $version) { id } }';
const RESTORE = 'mutation ($id: ID!, $version: Int!) { it: restoreOrgNode(id: $id, version: $version) { id } }';

/** Carries a command out as the operator. @returns the code it was refused with, null where it went through */
export async function carryOut(chain: Chain, versionIds: readonly string[], command: Command): Promise<string | null> {
  const { code } = await answerTo(chain, versionIds, command);
  return code;
}

async function answerTo(chain: Chain, versionIds: readonly string[], command: Command) {
  const { operator } = chain;
  const nodeId = 'unit' in command ? unitId(command.unit) : '';
  switch (command.verb) {
    case 'assign':
      return ask(operator, 'assignVersion', { nodeId, versionId: versionIds[command.version], ...because, ...spanOf(command) });
    case 'setOwn':
      return setOwn(chain, nodeId, command.saying);
    case 'turn':
      return ask(operator, 'turnCoverage', { nodeId, on: command.on, ...because });
    case 'suspend':
      return ask(operator, 'suspendCoverage', { nodeId, ...because });
    case 'resume':
      return ask(operator, 'resumeCoverage', { nodeId, ...because });
    case 'exempt':
      return exempt(chain, nodeId, command);
    case 'revoke':
      return ask(operator, 'revokeExemption', { id: await liveId(chain, PolicyExemption, command.draw), ...because });
    case 'cancel':
      return ask(operator, 'cancelAssignment', { id: await liveId(chain, PolicyAssignment, command.draw), ...because });
    case 'move':
      return operator.graphql(MOVE, { ...(await seen(chain, nodeId)), parentId: unitId(command.to) });
    case 'archive':
      return operator.graphql(ARCHIVE, await seen(chain, nodeId));
    case 'restore':
      return operator.graphql(RESTORE, await seen(chain, nodeId));
  }
}

const iso = (instant: number) => new Date(instant).toISOString();

function spanOf({ day, days }: { day: number; days: number | null }): object {
  const from = Date.now() + day * DAY;
  return { ...(day !== 0 && { from: iso(from) }), ...(days !== null && { to: iso(from + days * DAY) }) };
}

async function setOwn({ operator }: Chain, nodeId: string, index: number) {
  const [kind, changes] = sayings[index] ?? [subsidy, {}];
  const { data } = await ask(operator, 'effectiveRules', { nodeId, kind });
  return ask(operator, 'setOwnRules', { nodeId, kind, changes, ownVersion: data?.it?.ownVersion ?? 0, ...because });
}

function exempt({ operator }: Chain, nodeId: string, { ancestor, days }: { ancestor: string; days: number }) {
  const what = { kind: subsidy, nodeId, ancestorId: unitId(ancestor), fields: ['mode'], to: iso(Date.now() + days * DAY) };
  return ask(operator, 'grantExemption', { input: what, ...because });
}

/** One of the facts that nobody has withdrawn, an unknown id where there is none. */
async function liveId({ it }: Chain, of: typeof PolicyAssignment | typeof PolicyExemption, draw: number): Promise<string> {
  const rows = await it.database.read.find<PolicyAssignment | PolicyExemption>(of, {
    where: { recordedTo: IsNull() },
    order: { id: 'ASC' },
  });
  return rows.length === 0 ? unitId('NONE') : (rows[draw % rows.length]?.id ?? '');
}

async function seen({ it }: Chain, id: string): Promise<{ id: string; version: number }> {
  const { version } = await it.database.read.findOneByOrFail(OrgNode, { id });
  return { id, version };
}
