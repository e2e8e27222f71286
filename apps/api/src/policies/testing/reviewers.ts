import type { KindKey } from '@headwater/policy';
import { signedIn, type Client, type Loose } from '../../testing/client.js';
import { plantPerson } from '../../testing/people.js';
import { done, type Chain } from './operations.js';

/** Somebody besides the operator who may approve his change sets. */
export async function plantColleague({ it }: Chain): Promise<Client> {
  await plantPerson(it.database, { email: 'op2@example.com', name: '陈杰', roles: [['operator', 'HQ']] });
  return signedIn(it, 'op2@example.com');
}

export async function plantAdministrator({ it }: Chain): Promise<Client> {
  await plantPerson(it.database, { email: 'root@example.com', name: '周涛', roles: [['administrator', 'HQ']] });
  return signedIn(it, 'root@example.com');
}

/** What a kind's changes need an approval for, over what was set before. */
export async function approvalOf(administrator: Client, kind: KindKey, thresholds: object): Promise<Loose> {
  const all = (await done(administrator, 'approvalRules')) as { kind: string; version: number }[];
  const { version } = all.find((each) => each.kind === kind) ?? { version: 0 };
  const off = { enabled: false, branchesOver: null, locks: false, costOver: null };
  return done(administrator, 'setApprovalRule', { input: { kind, ...off, version, ...thresholds } });
}

/** A drafted set, handed in by its author and approved by the colleague as it was looked at. */
export async function approvedBy(colleague: Client, { operator }: Chain, { id, version }: Loose): Promise<Loose> {
  const { contentHash, impact } = await done(operator, 'submitChangeSet', { id, version });
  return done(colleague, 'approveChangeSet', { id, contentHash, impactHash: impact.impactHash });
}
