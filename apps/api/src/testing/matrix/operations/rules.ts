import type { Loose } from '../../client.js';
import { figure, list, lookup, sorted, type Operation } from '../operation.js';
import type { Oracle } from '../oracle.js';
import type { WorldRow } from '../world.js';
import { below, ids, page, pathTo, storesBelow, unitIds } from './records.js';

const unitOf = (rows: readonly WorldRow[], id: string) => rows.find((row) => row.id === id)?.unit ?? '';

/** The units of what is scheduled, once for each thing that begins or ends there. */
const scheduledUnits = (it: Oracle) =>
  sorted([
    ...it.world.policies.filter(({ assignedTo }) => it.sees('rules.read', assignedTo)).map(({ assignedTo }) => assignedTo),
    ...it.world.exemptions.filter(({ unit }) => it.sees('rules.read', unit)).map(({ unit }) => unit),
  ]);

const soon = () => ({ to: new Date(Date.now() + 90 * 86_400_000).toISOString() });

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
    'policyAssignments',
    'policy.read',
    'query ($id: ID!) { policyAssignments(policyId: $id) { items { id node { id } } } }',
    (it) => it.world.policies.map(({ id }) => id),
    (it, id) => {
      const policy = it.world.policies.find((each) => each.id === id);
      if (!policy || !it.seesPolicyOf(policy.unit)) return null;
      const { assignment, assignedTo } = policy;
      return it.sees('rules.read', assignedTo) ? [{ id: assignment, node: { id: assignedTo } }] : [];
    },
    (data) => data.policyAssignments.items,
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
    'serviceTexts',
    'rules.read',
    'query ($id: ID!) { serviceTexts(nodeId: $id) { node { id } } }',
    unitIds,
    (it, id) => (it.sees('rules.read', id) ? id : null),
    (data) => data.serviceTexts.node.id,
  ),
  lookup(
    'explainRule',
    'rules.read',
    'query ($id: ID!) { explainRule(nodeId: $id, kind: afterSalesRules, field: "respondHours") { effective { key } } }',
    unitIds,
    (it, id) => (it.sees('rules.read', id) ? 'respondHours' : null),
    (data) => data.explainRule.effective.key,
  ),
  lookup(
    'ruleTimeline',
    'rules.read',
    'query ($id: ID!) { ruleTimeline(nodeId: $id, kind: afterSalesRules, field: "respondHours") { node { id } } }',
    unitIds,
    (it, id) => (it.sees('rules.read', id) ? id : null),
    (data) => data.ruleTimeline.node.id,
  ),
  list(
    'changeSets',
    'changeSet.read',
    `{ changeSets(${page}) { total items { id } } }`,
    (it) => it.world.changeSets.filter(({ unit }) => it.sees('changeSet.read', unit)).map(({ id }) => id),
    (it) => it.changeSets,
  ),
  lookup(
    'changeSet',
    'changeSet.read',
    'query ($id: ID!) { changeSet(id: $id) { id impact { changed } operations { verb } } }',
    (it) => it.world.changeSets.map(({ id }) => id),
    (it, id) => (it.sees('changeSet.read', unitOf(it.world.changeSets, id)) ? id : null),
  ),
  list(
    'policyReviews',
    'changeSet.read',
    `{ policyReviews(${page}) { total items { id } } }`,
    (it) => it.world.changeSets.filter(({ unit }) => it.sees('changeSet.read', unit)).map(({ id }) => id),
    (it) => it.policyReviews,
  ),
  lookup(
    'approvalRules',
    'approval.read',
    '{ approvalRules { kind enabled } }',
    (it) => [it.world.units[0]?.id ?? ''],
    (it, root) => (it.sees('approval.read', root) ? false : null),
    (data) => data.approvalRules?.some(({ enabled }: Loose) => enabled) ?? null,
  ),
  list(
    'exemptions',
    'exemption.read',
    `{ exemptions(filter: { list: ending }, ${page}) { total items { id } } }`,
    (it) => it.world.exemptions.filter(({ unit }) => it.sees('exemption.read', unit)).map(({ id }) => id),
    (it) => it.exemptions,
  ),
  list(
    'rollouts',
    'rollout.read',
    `{ rollouts(${page}) { total items { id } } }`,
    (it) => it.world.rollouts.filter(({ unit }) => it.sees('rollout.read', unit)).map(({ id }) => id),
    (it) => it.rollouts,
  ),
  lookup(
    'rollout',
    'rollout.read',
    'query ($id: ID!) { rollout(id: $id) { id } }',
    (it) => it.world.rollouts.map(({ id }) => id),
    (it, id) => (it.sees('rollout.read', unitOf(it.world.rollouts, id)) ? id : null),
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
      'query ($to: Instant!) { calendar(filter: { to: $to }, page: { first: 200 }) { items { fact node { id } } } }',
      scheduledUnits,
      (data) => sorted(data.calendar.items.map(({ node }: Loose) => node.id as string)),
    ),
    about: soon,
  },
  {
    ...figure(
      'calendarDays',
      'rules.read',
      'query ($to: Instant!) { calendarDays(filter: { to: $to }, timeZone: "Asia/Shanghai") { entries } }',
      (it) => scheduledUnits(it).length,
      (data) => data.calendarDays.reduce((sum: number, { entries }: Loose) => sum + (entries as number), 0),
    ),
    about: soon,
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
    'query ($id: ID!) { compareVersions(from: { policyId: $id, number: 1 }, to: { policyId: $id, number: 1 }) { field } }',
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
  lookup(
    'coveragePath',
    'coverage.read',
    'query ($id: ID!) { coveragePath(nodeId: $id) { node { id } } }',
    unitIds,
    (it, id) => (it.sees('coverage.read', id) ? pathTo(it, 'coverage.read', id) : null),
    (data) => data.coveragePath.map(({ node }: Loose) => String(node.id)),
  ),
];
