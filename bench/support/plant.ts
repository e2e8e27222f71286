import type { Driver } from './storage.js';
import { chainOf } from './chain.js';
import { factsOver } from './facts.js';

/** Hangs a chain of so many stores below the HQ that is there, and drawn assignments over it. */
export async function plantChain(driver: Driver, branches: number, facts: number, seed: number): Promise<void> {
  const [root] = (await driver.select('SELECT id FROM org_node WHERE parent_id IS NULL', [])) as { id: string }[];
  const hq = root?.id ?? '';
  const nodes = chainOf(branches).slice(1);
  const parents = new Map(nodes.map((node) => [node.id as string, node.parentId as string]));
  const pathOf = (id: string): string[] => {
    const parent = parents.get(id);
    return parent === undefined ? [hq] : [...pathOf(parents.has(parent) ? parent : hq), id];
  };
  const rows = nodes.map((node) => {
    const path = pathOf(node.id);
    const ancestors = Object.fromEntries(path.map((id, level) => [`a${String(level)}`, id]));
    const place = {
      id: node.id as string,
      parent_id: path.at(-2) ?? hq,
      depth: path.length - 1,
      type: node.type,
      code: node.id as string,
    };
    return {
      a0: null,
      a1: null,
      a2: null,
      a3: null,
      ...ancestors,
      ...place,
      name: node.id,
      time_zone: 'Asia/Shanghai',
      since: 0,
      epoch: 1,
      version: 1,
    };
  });
  await driver.insert('org_node', rows);
  await plantAssignments(driver, branches, facts, seed);
}

const authored = { author_id: null, author_name: 'Bench' };

/** The drawn assignments below HQ, as the API would have recorded them in the first epoch. */
async function plantAssignments(driver: Driver, branches: number, count: number, seed: number): Promise<void> {
  const [, ...below] = factsOver(chainOf(branches), count, seed).assignments;
  const versions = new Map(factsOver(chainOf(branches), count, seed).versions.map((version) => [version.id, version]));
  const idOf = (name: string) => name.toUpperCase().padStart(26, '0');
  const common = { kind: 'returnShippingSubsidy', ...authored };
  await driver.insert(
    'policy_version',
    below.map(({ versionId, nodeId }) => ({
      ...{ ...common, id: idOf(versionId ?? ''), policy_id: null, node_id: nodeId, number: 1, status: 'published', notes: '' },
      ...{ directives: JSON.stringify(versions.get(versionId as never)?.directives), content_hash: '0'.repeat(64) },
      ...{ created_at: 0, published_at: 0, epoch: 1, version: 1 },
    })),
  );
  await driver.insert(
    'policy_assignment',
    below.map(({ id, nodeId, track, versionId, from, to, seq }) => ({
      ...{ ...common, id: idOf(id), node_id: nodeId, track, version_id: idOf(versionId ?? ''), valid_from: from, valid_to: to },
      ...{ recorded_from: 1, recorded_to: null, seq, correction: 0, reason: null, cancel_reason: null, recorded_at: 0 },
    })),
  );
}
