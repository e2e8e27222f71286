import { merchantFaultClasses, type Directives, type KindKey, type ReasonClass } from '@headwater/policy';
import { IsNull, MoreThan } from 'typeorm';
import { signedIn, type Answer, type Client, type Loose } from '../../testing/client.js';
import { plantUnits, smallChain, unitId, type Unit } from '../../testing/organization.js';
import { plantPerson } from '../../testing/people.js';
import { createTestApp, type Engine, type TestApp } from '../../testing/test-app.js';
import { PolicyAssignment, PolicyExemption, PolicySuspension } from '../policy.entity.js';

const EFFECT = `node { id name } dryRun branches changed unchanged reasons { code branches units by { id } examples { id } }
  fields { kind field branches } problems { code field nodeId setBy allowed } warnings { code field nodeId setBy allowed }
  covers { id policyName versionNumber } clashes { kind assignment { id policyName } changeSet { id number title } fields from to covered recalculate } approval { code value limit } rowsWritten epoch`;
const SOURCE = 'node { id name } track policyName versionNumber authorName since isDefault approval { number approverName }';
const FIELD = `key value state inherited inheritedSource { ${SOURCE} } source { ${SOURCE} } lock { node { id } source { ${SOURCE} } } guard guardBy { ${SOURCE} }
  adjusted { wanted by { ${SOURCE} } } exemptions { id node { id } ancestor { id } to authorName } liftable { id } editable`;
const VERSION = `id policyId policyName kind number status directives notes contentHash authorName version allowedActions`;
const ASSIGNMENT = 'id node { id } track versionNumber from to cancelled holds correction reason rolloutId';
const SET = `id number title status effectiveAt contentHash submittedImpactHash authorName isOwn approverName appliedAt reason operationCount version allowedActions node { id }
  impact { impactHash changed values { values { kind field before after effect branches } others } effects { ${EFFECT} } problems { code field nodeId } conflicts { kind node { id } fields by } approval { code value limit } datePassed frozen }
  operations { verb kind node { id } policyName versionNumber fields changes to differences { field before after effect } }
  events { at action actorName reason causes items voided } since { kind node { id } policyName versionNumber own authorName at }`;
const RULES = `node { id } kind at epoch suspension { id reason node { id } } fields { ${FIELD} } own ownVersion allowedActions`;

const DUE = 'id assignmentId kind policyName versionNumber from deliveredAt dueAt inForce';

/** The operations of policy, by their names. */
const operations = {
  createPolicy: `mutation ($kind: PolicyKindKey!, $name: String!, $ownerId: ID!, $template: String) { it: createPolicy(kind: $kind, name: $name, ownerId: $ownerId, template: $template) { id name owner { id } allowedActions version } }`,
  startDraft: `mutation ($policyId: ID!, $fromNumber: Int) { it: startDraft(policyId: $policyId, fromNumber: $fromNumber) { ${VERSION} } }`,
  saveDraft: `mutation ($id: ID!, $directives: JSON!, $notes: String, $version: Int!) { it: saveDraft(id: $id, directives: $directives, notes: $notes, version: $version) { ${VERSION} } }`,
  publishVersion: `mutation ($id: ID!, $version: Int!) { it: publishVersion(id: $id, version: $version) { ${VERSION} } }`,
  deprecateVersion: `mutation ($id: ID!) { it: deprecateVersion(id: $id) { ${VERSION} } }`,
  retireVersion: `mutation ($id: ID!) { it: retireVersion(id: $id) { ${VERSION} } }`,
  policies: `query ($kind: PolicyKindKey, $search: String, $page: PageInput) { it: policies(kind: $kind, search: $search, page: $page) { total nextCursor items { id name usedAt scheduled nextScheduled { node { id } from } liveVersion draft { number } versions { number } } } }`,
  policyAssignments: `query ($policyId: ID!, $number: Int, $page: PageInput) { it: policyAssignments(policyId: $policyId, number: $number, page: $page) { total nextCursor items { ${ASSIGNMENT} } } }`,
  policy: `query ($id: ID!) { it: policy(id: $id) { id name usedAt liveVersion draft { number } versions { ${VERSION} } allowedActions } }`,
  policyVersion: `query ($policyId: ID!, $number: Int!) { it: policyVersion(policyId: $policyId, number: $number) { ${VERSION} } }`,
  policyKinds: `query { it: policyKinds { key suspendable fields { key type unit default bounds atPayment branchMay guardable compulsory group groupLabel { zh } label { zh en } options { value } } } }`,
  assignVersion: `mutation ($nodeId: ID!, $versionId: ID!, $from: Instant, $to: Instant, $reason: String, $fit: Boolean) { it: assignVersion(nodeId: $nodeId, versionId: $versionId, from: $from, to: $to, reason: $reason, fit: $fit) { ${EFFECT} } }`,
  previewAssignment: `query ($nodeId: ID!, $versionId: ID!, $from: Instant, $to: Instant, $fit: Boolean) { it: previewAssignment(nodeId: $nodeId, versionId: $versionId, from: $from, to: $to, fit: $fit) { ${EFFECT} } }`,
  assignNothing: `mutation ($nodeId: ID!, $kind: PolicyKindKey!, $from: Instant) { it: assignNothing(nodeId: $nodeId, kind: $kind, from: $from) { ${EFFECT} } }`,
  cancelAssignment: `mutation ($id: ID!, $reason: String!) { it: cancelAssignment(id: $id, reason: $reason) { ${EFFECT} } }`,
  previewCancelAssignment: `query ($id: ID!) { it: previewCancelAssignment(id: $id) { ${EFFECT} } }`,
  previewReschedule: `query ($id: ID!, $from: Instant, $to: Instant) { it: previewReschedule(id: $id, from: $from, to: $to) { ${EFFECT} } }`,
  rescheduleAssignment: `mutation ($id: ID!, $from: Instant, $to: Instant, $reason: String!) { it: rescheduleAssignment(id: $id, from: $from, to: $to, reason: $reason) { ${EFFECT} } }`,
  ruleTimeline: `query ($nodeId: ID!, $kind: PolicyKindKey!, $field: String, $from: Instant, $to: Instant) { it: ruleTimeline(nodeId: $nodeId, kind: $kind, field: $field, from: $from, to: $to) { node { id } from to lanes { field stretches { from to value source { ${SOURCE} } lockedBy { id } } } } }`,
  home: `query ($within: ID) { it: home(within: $within) { branches drifts valuesAdjusted exemptionsEnding changesWaiting openCases costThisMonth jobsOpen rolloutsPaused reviewsDue { node { id } date hasCome source { policyName } } upcoming { factId } upcomingTotal nextChange { factId at } } }`,
  effectiveRules: `query ($nodeId: ID!, $kind: PolicyKindKey!, $at: Instant, $knownAt: Instant) { it: effectiveRules(nodeId: $nodeId, kind: $kind, at: $at, knownAt: $knownAt) { ${RULES} } }`,
  explainRule: `query ($nodeId: ID!, $kind: PolicyKindKey!, $field: String!, $at: Instant, $knownAt: Instant) { it: explainRule(nodeId: $nodeId, kind: $kind, field: $field, at: $at, knownAt: $knownAt) {
    field { key } effective { ${FIELD} } candidates { source { ${SOURCE} } directive value guard lock beatenBy { id } }
    runnerUp { value source { ${SOURCE} } } next { at value source { ${SOURCE} } fact because event } } }`,
  setOwnRules: `mutation ($nodeId: ID!, $kind: PolicyKindKey!, $changes: JSON!, $ownVersion: Int!, $reason: String) { it: setOwnRules(nodeId: $nodeId, kind: $kind, changes: $changes, ownVersion: $ownVersion, reason: $reason) { ${RULES} } }`,
  previewOwnRules: `query ($nodeId: ID!, $kind: PolicyKindKey!, $changes: JSON!) { it: previewOwnRules(nodeId: $nodeId, kind: $kind, changes: $changes) { ${EFFECT} } }`,
  lintDirectives: `query ($kind: PolicyKindKey!, $nodeId: ID!, $directives: JSON!) { it: lintDirectives(kind: $kind, nodeId: $nodeId, directives: $directives) { rule kind node { id } field row text { zh en } } }`,
  directiveProblems: `query ($kind: PolicyKindKey!, $nodeId: ID!, $directives: JSON!) { it: directiveProblems(kind: $kind, nodeId: $nodeId, directives: $directives) { code field path nodeId allowed setBy } }`,
  serviceTexts: `query ($nodeId: ID!, $at: Instant, $knownAt: Instant, $goods: GoodsInput, $draft: RulesDraftInput) { it: serviceTexts(nodeId: $nodeId, at: $at, knownAt: $knownAt, goods: $goods, draft: $draft) { node { id } at texts { kind field label { zh } part text { zh en } hidden missing { zh } } } }`,
  calendar: `query ($filter: CalendarFilter!, $page: PageInput) { it: calendar(filter: $filter, page: $page) { total nextCursor items { factId allowedActions at fact event kind node { id } policyName versionNumber fields authorName reason clashes { assignment { id } changeSet { number } fields from to covered recalculate } } } }`,
  calendarDays: `query ($filter: CalendarFilter!, $timeZone: String!) { it: calendarDays(filter: $filter, timeZone: $timeZone) { day entries } }`,
  previewTurn: `query ($factId: ID!, $event: CalendarEvent!) { it: previewTurn(factId: $factId, event: $event) { ${EFFECT} } }`,
  compareRules: `query ($from: RulesPlaceInput!, $to: RulesPlaceInput!, $kind: PolicyKindKey) { it: compareRules(from: $from, to: $to, kind: $kind) { kind field before after effect beforeSource { node { id } } afterSource { node { id } } } }`,
  compareVersions: `query ($from: VersionPlaceInput!, $to: VersionPlaceInput!) { it: compareVersions(from: $from, to: $to) { field before after effect } }`,
  drifts: `query ($filter: DriftFilter, $page: PageInput) { it: drifts(filter: $filter, page: $page) { total nextCursor byClass { class count } byField { kind field count } items { id agreedUntil node { id } kind field own inherited inheritedSource { node { id } } class since authorName costThisMonth ownVersion allowedActions } } }`,
  adjustedValues: `query ($within: ID, $page: PageInput) { it: adjustedValues(within: $within, page: $page) { total nextCursor items { id node { id } kind field wanted value by { id } source { node { id } track policyName } } } }`,
  acknowledgements: `query ($filter: AcknowledgementFilter, $page: PageInput) { it: acknowledgements(filter: $filter, page: $page) { total nextCursor items { ${DUE} node { id } branches seen accepted overdue } } }`,
  acknowledgingBranches: `query ($assignmentId: ID!, $filter: AcknowledgingBranchFilter, $page: PageInput) { it: acknowledgingBranches(assignmentId: $assignmentId, filter: $filter, page: $page) { total nextCursor items { node { id } state overdue seenAt acceptedAt personName } } }`,
  myAcknowledgements: `query ($page: PageInput) { it: myAcknowledgements(page: $page) { total nextCursor items { ${DUE} node { id } state overdue changes { field before after effect } } } }`,
  seeAcknowledgement: `mutation ($assignmentId: ID!, $nodeIds: [ID!]!) { it: seeAcknowledgement(assignmentId: $assignmentId, nodeIds: $nodeIds) }`,
  acceptAcknowledgement: `mutation ($assignmentId: ID!, $nodeIds: [ID!]!) { it: acceptAcknowledgement(assignmentId: $assignmentId, nodeIds: $nodeIds) }`,
  exemptions: `query ($filter: ExemptionFilter, $page: PageInput) { it: exemptions(filter: $filter, page: $page) { total nextCursor items { id kind node { id } ancestor { id } fields from to reason authorName state daysLeft allowedActions } } }`,
  previewExemption: `query ($input: ExemptionInput!) { it: previewExemption(input: $input) { ${EFFECT} } }`,
  grantExemption: `mutation ($input: ExemptionInput!, $reason: String!) { it: grantExemption(input: $input, reason: $reason) { ${EFFECT} } }`,
  previewExemptionRevoke: `query ($id: ID!) { it: previewExemptionRevoke(id: $id) { ${EFFECT} } }`,
  revokeExemption: `mutation ($id: ID!, $reason: String!) { it: revokeExemption(id: $id, reason: $reason) { ${EFFECT} } }`,
  coveragePath: `query ($nodeId: ID!, $at: Instant) { it: coveragePath(nodeId: $nodeId, at: $at) { node { id } branches on state expandable allowedActions } }`,
  coverage: `query ($parentId: ID, $at: Instant, $page: PageInput) { it: coverage(parentId: $parentId, at: $at, page: $page) { total nextCursor items { node { id } branches on off suspended state suspendedFrom source { ${SOURCE} } customised lockedBy { id } cap costThisMonth expandable allowedActions } } }`,
  previewCoverage: `query ($nodeId: ID!, $on: Boolean!, $exclude: [ID!]) { it: previewCoverage(nodeId: $nodeId, on: $on, exclude: $exclude) { keeps { id } ${EFFECT} } }`,
  turnCoverage: `mutation ($nodeId: ID!, $on: Boolean!, $reason: String, $exclude: [ID!]) { it: turnCoverage(nodeId: $nodeId, on: $on, reason: $reason, exclude: $exclude) { keeps { id } ${EFFECT} } }`,
  previewSuspension: `query ($nodeId: ID!, $from: Instant, $until: Instant) { it: previewSuspension(nodeId: $nodeId, from: $from, until: $until) { ${EFFECT} } }`,
  previewResumption: `query ($nodeId: ID!) { it: previewResumption(nodeId: $nodeId) { ${EFFECT} } }`,
  suspendCoverage: `mutation ($nodeId: ID!, $reason: String!, $from: Instant, $until: Instant) { it: suspendCoverage(nodeId: $nodeId, reason: $reason, from: $from, until: $until) { ${EFFECT} } }`,
  resumeCoverage: `mutation ($nodeId: ID!, $reason: String!) { it: resumeCoverage(nodeId: $nodeId, reason: $reason) { ${EFFECT} } }`,
  approvalRules: `query { it: approvalRules { kind enabled branchesOver locks costOver authorName version } }`,
  setApprovalRule: `mutation ($input: ApprovalRuleInput!) { it: setApprovalRule(input: $input) { kind enabled branchesOver locks costOver authorName version } }`,
  policyReviews: `query ($mine: Boolean, $page: PageInput) { it: policyReviews(mine: $mine, page: $page) { total items { id kind act node { id } reason authorName thresholds { code value limit } allowedActions } } }`,
  reviewPolicyAct: `mutation ($id: ID!) { it: reviewPolicyAct(id: $id) }`,
  changeSets: `query ($filter: ChangeSetFilter, $page: PageInput) { it: changeSets(filter: $filter, page: $page) { total nextCursor items { id number title status } } }`,
  changeSet: `query ($id: ID!) { it: changeSet(id: $id) { ${SET} } }`,
  createChangeSet: `mutation ($input: ChangeSetInput!) { it: createChangeSet(input: $input) { ${SET} } }`,
  editChangeSet: `mutation ($id: ID!, $version: Int!, $input: ChangeSetInput!) { it: editChangeSet(id: $id, version: $version, input: $input) { ${SET} } }`,
  submitChangeSet: `mutation ($id: ID!, $version: Int!) { it: submitChangeSet(id: $id, version: $version) { ${SET} } }`,
  approveChangeSet: `mutation ($id: ID!, $contentHash: String!, $impactHash: String!) { it: approveChangeSet(id: $id, contentHash: $contentHash, impactHash: $impactHash) { ${SET} } }`,
  sendBackChangeSet: `mutation ($id: ID!, $version: Int!, $reason: String!) { it: sendBackChangeSet(id: $id, version: $version, reason: $reason) { ${SET} } }`,
  applyChangeSet: `mutation ($id: ID!, $version: Int!) { it: applyChangeSet(id: $id, version: $version) { ${SET} } }`,
  recalculateChangeSet: `mutation ($id: ID!, $version: Int!) { it: recalculateChangeSet(id: $id, version: $version) { ${SET} } }`,
  previewCancelChangeSet: `query ($id: ID!) { it: previewCancelChangeSet(id: $id) { ${EFFECT} } }`,
  cancelChangeSet: `mutation ($id: ID!, $reason: String!) { it: cancelChangeSet(id: $id, reason: $reason) { ${SET} } }`,
} as const;

type Operation = keyof typeof operations;

/** Whoever asks the API. */
type Asker = Pick<Client, 'graphql'>;

export const ask = (client: Asker, operation: Operation, variables: Record<string, unknown> = {}): Promise<Answer> =>
  client.graphql(operations[operation], variables);

/** The answer of an operation that has to succeed. */
export async function done(client: Asker, operation: Operation, variables: Record<string, unknown> = {}): Promise<Loose> {
  const { data, errors } = await ask(client, operation, variables);
  if (errors.length > 0) throw new Error(`${operation}: ${JSON.stringify(errors)}`);
  return data.it;
}

/** An effect without what sets one foreseen apart from one that was written. */
export const told = (effect: Loose): Loose => ({ ...effect, dryRun: null, rowsWritten: null, epoch: null });

/** The facts of the refusal of an operation that has to fail. */
export async function refusal(client: Asker, operation: Operation, variables: Record<string, unknown> = {}): Promise<Loose> {
  const { data, errors } = await ask(client, operation, variables);
  if (errors.length === 0) throw new Error(`${operation} went through: ${JSON.stringify(data)}`);
  return errors[0]?.extensions;
}

export interface Published {
  readonly policyId: string;
  readonly versionId: string;
}

/** A policy with one published version of these directives. */
export async function publish(
  client: Asker,
  kind: KindKey,
  name: string,
  directives: Directives,
  owner = 'HQ',
): Promise<Published> {
  const { id: policyId } = await done(client, 'createPolicy', { kind, name, ownerId: unitId(owner) });
  return { policyId, versionId: await publishNext(client, policyId, directives) };
}

/** The next version of a policy, published. */
export async function publishNext(client: Asker, policyId: string, directives: Directives): Promise<string> {
  const draft = await done(client, 'startDraft', { policyId });
  const saved = await done(client, 'saveDraft', { id: draft.id, directives, version: draft.version });
  const { id } = await done(client, 'publishVersion', { id: saved.id, version: saved.version });
  return id;
}

export const assign = (client: Asker, versionId: string, code: string, more: object = {}): Promise<Loose> =>
  done(client, 'assignVersion', { nodeId: unitId(code), versionId, ...more });

/** One field of a unit's effective rules. */
export async function fieldAt(client: Asker, code: string, kind: KindKey, field: string, at?: string): Promise<Loose> {
  const { fields } = await done(client, 'effectiveRules', { nodeId: unitId(code), kind, at });
  return fields.find(({ key }: { key: string }) => key === field);
}

export const subsidy: KindKey = 'returnShippingSubsidy';
export const rules: KindKey = 'afterSalesRules';
export const scripts: KindKey = 'serviceScripts';

const address = {
  recipient: '售后组',
  phone: '021-60000000',
  province: '上海市',
  city: '上海市',
  district: '青浦区',
  street: '华新路 1 号',
  instructions: '',
};

export const merchantPays = (reasonClass: ReasonClass) => ({
  ...{ reasonClass, category: null, amountFrom: null, amountTo: null, merchantBps: null },
  payer: 'merchant' as const,
});

/** What HQ has to say once before free returns can be turned on anywhere. */
export const standardRules: Directives = {
  noReasonDays: { set: 7 },
  freightPayer: { set: merchantFaultClasses.map(merchantPays) },
  conditions: { reset: true },
  returnAddress: { set: address },
};

export interface Chain {
  readonly it: TestApp;
  /** HQ operator. */
  readonly operator: Client;
  /** Regional manager of EAST. */
  readonly east: Client;
  /** Manager of SHOP1. */
  readonly manager: Client;
  /** Epoch at which the chain stood ready. */
  readonly readyAt: number;
}

/** An app over a small chain with an operator, a regional manager and a store manager; HQ's standard rules are in force. */
export async function startChain(engine: Engine, root: Unit = smallChain): Promise<Chain> {
  const it = await createTestApp(engine);
  await plantUnits(it.database, root);
  await plantPerson(it.database, { email: 'op@example.com', name: '张敏', roles: [['operator', 'HQ']] });
  await plantPerson(it.database, { email: 'east@example.com', name: '李娜', roles: [['regionalManager', 'EAST']] });
  await plantPerson(it.database, { email: 'shop1@example.com', name: '王芳', roles: [['storeManager', 'SHOP1']] });
  const operator = await signedIn(it, 'op@example.com');
  const east = await signedIn(it, 'east@example.com');
  const manager = await signedIn(it, 'shop1@example.com');
  const standard = await publish(operator, rules, '标准售后', standardRules);
  const { epoch: readyAt } = await assign(operator, standard.versionId, 'HQ');
  return { it, operator, east, manager, readyAt };
}

/** Takes back all that was recorded since the chain stood ready, the last first: by law 14 it is as new. */
export async function takeBack({ it, operator, readyAt }: Chain): Promise<void> {
  const since = { recordedFrom: MoreThan(readyAt), recordedTo: IsNull() };
  for (const { nodeId } of await it.database.read.findBy(PolicySuspension, since))
    await ask(operator, 'resumeCoverage', { nodeId, reason: '清场' });
  for (const { id } of (await done(operator, 'changeSets', { filter: { status: 'scheduled' } })).items)
    await done(operator, 'cancelChangeSet', { id, reason: '清场' });
  for (const { id } of await it.database.read.findBy(PolicyExemption, since))
    await ask(operator, 'revokeExemption', { id, reason: '清场' });
  const recorded = await it.database.read.find(PolicyAssignment, { where: since, order: { recordedFrom: 'DESC' } });
  for (const { id } of recorded.filter(({ cohort }) => cohort === null))
    await done(operator, 'cancelAssignment', { id, reason: '清场' });
}
