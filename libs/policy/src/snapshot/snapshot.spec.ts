import { buildTree, nodeId } from '@headwater/org-tree';
import type { TreeNode } from '@headwater/org-tree';
import { documentHash } from '../canonical.js';
import type { Assignment } from '../facts/types.js';
import { assignmentId, versionId } from '../ids.js';
import { chainOf, id, subsidy, suspend, units, version } from '../testing/chain.js';
import type { Recordable } from '../testing/chain.js';
import { buildSnapshot } from './snapshot.js';

const on = subsidy('HQ/library', { enabled: { set: true } });

const fact = (node: string, more: Partial<Assignment> = {}): Assignment => ({
  ...{
    id: assignmentId(`at ${node}`),
    kind: 'returnShippingSubsidy',
    nodeId: nodeId(node),
    track: 'own',
    versionId: versionId('off'),
  },
  ...{ from: 0, to: null, recordedFrom: 2, recordedTo: null, seq: 0, ...more },
});
const off = version('returnShippingSubsidy', { enabled: { set: false } }, 'off');

describe('a snapshot', () => {
  it('gives one frozen document to all who merely inherit', () => {
    const snapshot = chainOf(on);
    const document = snapshot.resolve('returnShippingSubsidy', id('s1'), 10);
    expect(snapshot.resolve('returnShippingSubsidy', id('west'), 99)).toBe(document);
    expect(document.on).toBe(true);
    expect(() => Object.assign(document.values, { enabled: false })).toThrow(TypeError);
    expect(() => Object.assign(document.values.mode, { cap: 1 })).toThrow(TypeError);
  });

  it('keeps the documents of those whom further facts do not reach', () => {
    const before = chainOf(on);
    const kept = before.resolve('returnShippingSubsidy', id('s4'), 10);
    const after = before.withFacts({ versions: [off], assignments: [fact('east')] }, 2);
    expect(after.resolve('returnShippingSubsidy', id('s4'), 10)).toBe(kept);
    expect(after.resolve('returnShippingSubsidy', id('s1'), 10).on).toBe(false);
    expect(before.resolve('returnShippingSubsidy', id('s1'), 10).on).toBe(true);
    expect(after.resolve('returnShippingSubsidy', id('s1'), 10, 1).on).toBe(true);
    expect([before.epoch, after.epoch]).toEqual([1, 2]);
  });

  it('learns of a withdrawal by the same fact told again', () => {
    const after = chainOf(on).withFacts({ versions: [off], assignments: [fact('east')] }, 2);
    const withdrawn = after.withFacts({ assignments: [fact('east', { recordedTo: 3 })] }, 3);
    expect(withdrawn.resolve('returnShippingSubsidy', id('s1'), 10).on).toBe(true);
    expect(withdrawn.resolve('returnShippingSubsidy', id('s1'), 10, 2).on).toBe(false);
  });

  it('does not know yet what is recorded after its epoch', () => {
    const future = fact('east', { recordedFrom: 7 });
    const snapshot = chainOf(on).withFacts({ versions: [off], assignments: [future] }, 2);
    expect(snapshot.resolve('returnShippingSubsidy', id('s1'), 10).on).toBe(true);
    expect(snapshot.withFacts({ assignments: [future] }, 7).resolve('returnShippingSubsidy', id('s1'), 10).on).toBe(false);
  });

  it('knows nothing that was not told at its time, even when the time has come', () => {
    const told = chainOf(on).withFacts({ versions: [off], assignments: [fact('east', { recordedFrom: 7 })] }, 2);
    expect(told.withFacts({ assignments: [fact('west')] }, 7).resolve('returnShippingSubsidy', id('s1'), 10).on).toBe(true);
  });

  it('leaves out facts of units that its tree does not hold, and refuses versions it was never told', () => {
    const tree = buildTree(units.filter(({ id: unit }) => unit !== 's4'));
    const told = { tree, epoch: 2, versions: [off], suspensions: [] };
    const snapshot = buildSnapshot({ ...told, assignments: [fact('s4'), fact('west')] });
    expect(snapshot.resolve('returnShippingSubsidy', id('west'), 10).fields.enabled.source).toMatchObject({ versionId: 'off' });
    expect(() => buildSnapshot({ ...told, assignments: [fact('HQ', { versionId: versionId('ghost') })] })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_VERSION', subject: 'ghost' }),
    );
  });

  it('answers ARCHIVED from the instant on, never defaults', () => {
    const snapshot = chainOf(on);
    expect(snapshot.resolve('returnShippingSubsidy', id('closed'), 499).on).toBe(true);
    for (const at of [500, 501]) {
      expect(() => snapshot.resolve('returnShippingSubsidy', id('closed'), at)).toThrow(
        expect.objectContaining({ code: 'ARCHIVED' }),
      );
    }
    expect(() => snapshot.resolve('returnShippingSubsidy', id('ghost'), 0)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_NODE' }),
    );
  });

  it('has no on and off for kinds that cannot be switched', () => {
    expect(chainOf().resolve('afterSalesRules', id('s1'), 0).on).toBeNull();
  });

  it('tells what one track holds by itself', () => {
    const snapshot = chainOf(
      on,
      subsidy('s1/own', { scope: { lock: true } }, { from: 100 }),
      subsidy('s1/own', null, { from: 200 }),
    );
    const held = (at: number) => snapshot.heldOn('returnShippingSubsidy', id('s1'), 'own', at);
    expect([99, 100].map((at) => held(at)?.version?.directives)).toEqual([undefined, { scope: { lock: true } }]);
    expect(held(200)).toMatchObject({ assignment: { versionId: null }, version: null });
    expect(() => snapshot.factsOf('afterSalesRules', id('ghost'))).toThrow(expect.objectContaining({ code: 'UNKNOWN_NODE' }));
  });

  it('hashes what rules say, whoever set them', () => {
    const hash = (node: string, ...facts: Recordable[]) =>
      documentHash(chainOf(...facts).resolve('returnShippingSubsidy', id(node), 10));
    expect(hash('s1', on)).toBe(hash('s4', subsidy('west/own', { enabled: { set: true } })));
    expect(hash('s1', on)).not.toBe(hash('s1'));
    expect(hash('s1', on)).not.toBe(hash('s1', on, suspend('mall')));
  });

  it('pushes at HQ over 100,000 units by one fact, one new document and one pass', () => {
    const stores = Array.from({ length: 100_000 }, (_, at): TreeNode => ({
      ...{ id: nodeId(`store ${at}`), parentId: nodeId(`region ${at % 100}`), type: 'store' },
    }));
    const regions = Array.from({ length: 100 }, (_, at): TreeNode => ({
      id: nodeId(`region ${at}`),
      parentId: nodeId('HQ'),
      type: 'region',
    }));
    const tree = buildTree([{ id: nodeId('HQ'), parentId: null, type: 'headquarters' }, ...regions, ...stores]);
    const before = buildSnapshot({ tree, epoch: 1, versions: [], assignments: [], suspensions: [] });
    const after = before.withFacts({ versions: [off], assignments: [fact('HQ')] }, 2);
    const documents = new Set(stores.map((store) => after.resolve('returnShippingSubsidy', store.id, 10)));
    expect(documents.size).toBe(1);
    expect([...documents][0]?.fields.enabled.source?.nodeId).toBe('HQ');
  });
});
