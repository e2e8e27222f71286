import type { NodeId, TreeNode } from '@headwater/org-tree';
import {
  assignmentId,
  exemptionId,
  policyId,
  suspensionId,
  versionId,
  type Assignment,
  type Directives,
  type Exemption,
  type Facts,
  type PolicyVersion,
  type Suspension,
} from '@headwater/policy';

export const kind = 'returnShippingSubsidy' as const;

/** What HQ's version says: a bound that branches may be exempted from, and no lock, so that every fact below speaks. */
const HQ_SAYS: Directives = {
  enabled: { set: true },
  mode: { set: { kind: 'actual', cap: 1200 }, guard: { max: 1500 } },
};

/** Numbers in [0, 1) that a seed repeats. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function versionOf(index: number, directives: Directives): PolicyVersion {
  return { id: versionId(`v${String(index)}`), kind, policyId: policyId('p'), number: index + 1, directives };
}

const recorded = { recordedFrom: 1, recordedTo: null };

export function assignmentOf(index: number, nodeId: NodeId, more: Partial<Assignment> = {}): Assignment {
  const place = { kind, nodeId, track: 'own' as const, versionId: versionId(`v${String(index)}`) };
  return { id: assignmentId(`a${String(index)}`), ...place, from: 0, to: null, ...recorded, seq: index, ...more };
}

/** Some say whether, some say how much, some both. */
function branchSays(random: () => number): Directives {
  const draw = random();
  const cap = 500 + Math.floor(random() * 150) * 10;
  const mode = { set: { kind: 'actual' as const, cap } };
  return draw < 0.2 ? { enabled: { set: random() < 0.5 } } : draw < 0.8 ? { mode } : { enabled: { set: true }, mode };
}

/**
 * A version at HQ and `count` facts over the chain, no two at one unit: of a hundred about 85 own rules (one in ten of them over since long,
 * one in ten to come), 10 shared versions, 3 exemptions from HQ's bound and 2 suspensions; at stores, malls and regions as they are many.
 */
export function factsOver(nodes: readonly TreeNode[], count: number, seed: number): Facts {
  const random = randomOf(seed);
  const [hq, ...rest] = nodes.map(({ id }) => id) as [NodeId, ...NodeId[]];
  const versions = [versionOf(0, HQ_SAYS)];
  const assignments = [assignmentOf(0, hq, { track: 'library' })];
  const exemptions: Exemption[] = [];
  const suspensions: Suspension[] = [];
  for (let index = 1; index <= count; index += 1) {
    const at = Math.floor(random() * rest.length);
    const nodeId = rest[at] ?? hq;
    rest[at] = rest.at(-1) ?? hq;
    rest.pop();
    const draw = random();
    const place = { kind, nodeId, from: 0, ...recorded } as const;
    if (draw < 0.03) {
      exemptions.push({
        id: exemptionId(`e${String(index)}`),
        ...place,
        ancestorId: hq,
        fields: ['mode'],
        to: Number.MAX_SAFE_INTEGER,
      });
    } else if (draw < 0.05) {
      suspensions.push({ id: suspensionId(`s${String(index)}`), ...place, to: null, reason: 'a dispute with the carrier' });
    } else {
      const when = random();
      const time = when < 0.1 ? { to: 1000 } : when < 0.2 ? { from: Date.UTC(2030, 0, 1) } : {};
      versions.push(versionOf(index, branchSays(random)));
      assignments.push(assignmentOf(index, nodeId, { ...time, track: draw < 0.15 ? 'library' : 'own' }));
    }
  }
  return { versions, assignments, exemptions, suspensions };
}
