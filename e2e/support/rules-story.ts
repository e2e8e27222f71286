import type { Client } from './client.js';
import type { Unit } from './return-story.js';

/** The field that the story is about: days in which a buyer serves himself. */
export const FIELD = 'selfServiceDays';
const KIND = 'afterSalesRules';

export interface Impact {
  readonly changed: number;
  readonly unchanged: number;
  readonly reasons: readonly {
    readonly code: string;
    readonly branches: number;
    readonly by: { readonly name: string } | null;
  }[];
}

interface Version {
  readonly id: string;
  readonly version: number;
}

/** A policy with one published version, which says the days and locks nothing. @returns its id, and that of the version */
export async function publishFirst(client: Client, name: string, days: number): Promise<{ policyId: string; versionId: string }> {
  const create = `mutation ($name: String!, $ownerId: ID!) { createPolicy(kind: ${KIND}, name: $name, ownerId: $ownerId) { id } }`;
  const { viewer } = await client.ask<{ viewer: { home: { id: string } } }>('{ viewer { home { id } } }');
  const { createPolicy } = await client.ask<{ createPolicy: { id: string } }>(create, { name, ownerId: viewer.home.id });
  const { startDraft } = await client.ask<{ startDraft: Version }>(
    'mutation ($id: ID!) { startDraft(policyId: $id) { id version } }',
    { id: createPolicy.id },
  );
  const { saveDraft } = await client.ask<{ saveDraft: Version }>(
    'mutation ($id: ID!, $directives: JSON!, $version: Int!) { saveDraft(id: $id, directives: $directives, version: $version) { id version } }',
    { ...startDraft, directives: { [FIELD]: { set: days } } },
  );
  await client.ask('mutation ($id: ID!, $version: Int!) { publishVersion(id: $id, version: $version) { id } }', { ...saveDraft });
  return { policyId: createPolicy.id, versionId: startDraft.id };
}

/** Whatever the kind's thresholds are, nothing asks for an approval until the story sets them. */
export async function askForNothing(admin: Client): Promise<void> {
  const { approvalRules } = await admin.ask<{ approvalRules: { kind: string; version: number }[] }>(
    '{ approvalRules { kind version } }',
  );
  const input = {
    kind: KIND,
    enabled: false,
    locks: false,
    version: approvalRules.find(({ kind }) => kind === KIND)?.version ?? 0,
  };
  await admin.ask('mutation ($input: ApprovalRuleInput!) { setApprovalRule(input: $input) { kind } }', { input });
}

/** From now on. */
export async function assignNow(client: Client, { id }: Unit, versionId: string): Promise<void> {
  await client.ask(
    'mutation ($nodeId: ID!, $versionId: ID!) { assignVersion(nodeId: $nodeId, versionId: $versionId) { changed } }',
    {
      ...{ nodeId: id, versionId },
    },
  );
}

/** What assigning a version of the policy would do, as the API says. @param from a day in China */
export async function impactOf(client: Client, policyId: string, number: number, unit: Unit, from: string): Promise<Impact> {
  const { policy } = await client.ask<{ policy: { versions: { id: string; number: number }[] } }>(
    'query ($id: ID!) { policy(id: $id) { versions { id number } } }',
    { id: policyId },
  );
  const version = policy.versions.find((each) => each.number === number);
  const { previewAssignment } = await client.ask<{ previewAssignment: Impact }>(
    'query ($nodeId: ID!, $versionId: ID!, $from: Instant) { previewAssignment(nodeId: $nodeId, versionId: $versionId, from: $from) { changed unchanged reasons { code branches by { name } } } }',
    { nodeId: unit.id, versionId: version?.id, from: `${from}T00:00:00+08:00` },
  );
  return previewAssignment;
}

/** A store of the area that says nothing of its own, so that it has what the area has. */
export async function followerOf(client: Client, area: Unit, days: number): Promise<Unit> {
  const { orgNodes } = await client.ask<{ orgNodes: { items: Unit[] } }>(
    'query ($within: ID!) { orgNodes(within: $within, types: [store], page: { first: 50 }) { items { id name code } } }',
    { within: area.id },
  );
  for (const store of orgNodes.items) if ((await daysAt(client, store)) === days) return store;
  throw new Error(`no store of ${area.name} has ${String(days)} days`);
}

/** @param day in China; now where none is given */
export async function daysAt(client: Client, { id }: { readonly id: string }, day?: string): Promise<unknown> {
  const { effectiveRules } = await client.ask<{ effectiveRules: { fields: { key: string; value: unknown }[] } }>(
    `query ($id: ID!, $at: Instant) { effectiveRules(nodeId: $id, kind: ${KIND}, at: $at) { fields { key value } } }`,
    { id, at: day === undefined ? null : `${day}T12:00:00+08:00` },
  );
  return effectiveRules.fields.find(({ key }) => key === FIELD)?.value;
}

/** Tells a unit, which has said nothing yet, to have days of its own. */
export async function setOwnDays(client: Client, nodeId: string, days: number): Promise<void> {
  await client.ask(
    `mutation ($nodeId: ID!, $changes: JSON!) { setOwnRules(nodeId: $nodeId, kind: ${KIND}, changes: $changes, ownVersion: 0) { ownVersion } }`,
    { nodeId, changes: { [FIELD]: { set: days } } },
  );
}

/** How many versions the policy has. */
export async function versionsOf(client: Client, id: string): Promise<number> {
  const { policy } = await client.ask<{ policy: { versions: unknown[] } }>(
    'query ($id: ID!) { policy(id: $id) { versions { number } } }',
    { id },
  );
  return policy.versions.length;
}
