import type { Loose } from '../../client.js';
import { figure, list, lookup, sorted, type Operation } from '../operation.js';
import type { WorldRow } from '../world.js';
import { below, ids, page, storesBelow, unitIds } from './records.js';

const unitOf = (rows: readonly WorldRow[], id: string) => rows.find((row) => row.id === id)?.unit ?? '';

export const rules: readonly Operation[] = [
  list(
    'policies',
    'policy.read',
    `{ policies(${page}) { total items { id } } }`,
    (it) => it.world.policies.filter(({ unit }) => it.seesPolicyOf(unit)).map(({ id }) => id),
    (it) => it.policies,
  ),
  lookup(
    'policy',
    'policy.read',
    'query ($id: ID!) { policy(id: $id) { id } }',
    (it) => it.world.policies.map(({ id }) => id),
    (it, id) => (it.seesPolicyOf(unitOf(it.world.policies, id)) ? id : null),
  ),
  lookup(
    'policy.versions.assignments',
    'policy.read',
    'query ($id: ID!) { policy(id: $id) { versions { assignments { id node { id } } } } }',
    (it) => it.world.policies.map(({ id }) => id),
    (it, id) => {
      const policy = it.world.policies.find((each) => each.id === id);
      if (!policy || !it.seesPolicyOf(policy.unit)) return null;
      const { assignment, assignedTo } = policy;
      return [{ assignments: it.sees('rules.read', assignedTo) ? [{ id: assignment, node: { id: assignedTo } }] : [] }];
    },
    (data) => data.policy?.versions ?? null,
  ),
  lookup(
    'policyVersion',
    'policy.read',
    'query ($id: ID!) { policyVersion(policyId: $id, number: 1) { policyId } }',
    (it) => it.world.policies.map(({ id }) => id),
    (it, id) => (it.seesPolicyOf(unitOf(it.world.policies, id)) ? id : null),
    (data) => data.policyVersion?.policyId ?? null,
  ),
  lookup(
    'effectiveRules',
    'rules.read',
    'query ($id: ID!) { effectiveRules(nodeId: $id, kind: afterSalesRules) { node { id } } }',
    unitIds,
    (it, id) => (it.sees('rules.read', id) ? id : null),
    (data) => data.effectiveRules.node.id,
  ),
  lookup(
    'explainRule',
    'rules.read',
    'query ($id: ID!) { explainRule(nodeId: $id, kind: afterSalesRules, field: "respondHours") { effective { key } } }',
    unitIds,
    (it, id) => (it.sees('rules.read', id) ? 'respondHours' : null),
    (data) => data.explainRule.effective.key,
  ),
  list(
    'exemptions',
    'exemption.read',
    `{ exemptions(filter: { list: ending }, ${page}) { total items { id } } }`,
    (it) => it.world.exemptions.filter(({ unit }) => it.sees('exemption.read', unit)).map(({ id }) => id),
    (it) => it.exemptions,
  ),
  list(
    'drifts',
    'coverage.read',
    `{ drifts(${page}) { total items { id } } }`,
    (it) =>
      [...new Set(it.world.exemptions.map(({ unit }) => unit))]
        .filter((unit) => it.sees('coverage.read', unit))
        .map((unit) => `${unit} afterSalesRules respondHours`),
    (it) => it.drifts,
  ),
  {
    ...figure(
      'calendar',
      'rules.read',
      'query ($to: Instant!) { calendar(filter: { to: $to }) { fact node { id } } }',
      (it) =>
        sorted([
          ...it.world.policies.filter(({ assignedTo }) => it.sees('rules.read', assignedTo)).map(({ assignedTo }) => assignedTo),
          ...it.world.exemptions.filter(({ unit }) => it.sees('rules.read', unit)).map(({ unit }) => unit),
        ]),
      (data) => sorted(data.calendar.map(({ node }: Loose) => node.id as string)),
    ),
    about: () => ({ to: new Date(Date.now() + 90 * 86_400_000).toISOString() }),
  },
  lookup(
    'compareRules',
    'rules.read',
    'query ($id: ID!) { compareRules(from: { nodeId: $id }, to: { nodeId: $id }) { field } }',
    unitIds,
    (it, id) => (it.sees('rules.read', id) ? [] : null),
    (data) => data.compareRules,
  ),
  lookup(
    'compareVersions',
    'policy.read',
    'query ($id: ID!) { compareVersions(policyId: $id, from: 1, to: 1) { field } }',
    (it) => it.world.policies.map(({ id }) => id),
    (it, id) => (it.seesPolicyOf(unitOf(it.world.policies, id)) ? [] : null),
    (data) => data.compareVersions,
  ),
  figure(
    'coverage (top)',
    'coverage.read',
    `{ coverage(${page}) { total items { branches node { id } } } }`,
    (it) => sorted(it.tops('coverage.read').map((id) => `${id} ${String(storesBelow(it, id))}`)),
    (data) => sorted(data.coverage.items.map(({ node, branches }: Loose) => `${String(node.id)} ${String(branches)}`)),
  ),
  lookup(
    'coverage',
    'coverage.read',
    `query ($id: ID!) { coverage(parentId: $id, ${page}) { items { node { id } } } }`,
    unitIds,
    (it, id) => (it.sees('coverage.read', id) ? sorted(below(it, id)) : null),
    (data) => ids(data.coverage.items.map(({ node }: Loose) => node)),
  ),
];
