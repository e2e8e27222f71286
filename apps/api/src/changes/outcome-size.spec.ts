import { newId } from '../common/ids.js';
import { nextEpoch } from '../database/epoch.js';
import { insertRows } from '../orders/insert-rows.js';
import { PolicyAssignment, PolicyVersion } from '../policies/policy.entity.js';
import { done, startChain, subsidy, type Chain } from '../policies/testing/operations.js';
import { east, unitId, type Unit } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { ChangeSet } from './change-set.entity.js';

const STORES = 260;
/** What a text column of MySQL holds. */
const TEXT = 65_535;
const codes = Array.from({ length: STORES }, (_, n) => `W${String(n)}`);
const west: Unit = { code: 'WEST', type: 'region', children: codes.map((code) => ({ code, type: 'store' })) };
const mode = (cap: number) => ({ mode: { set: { kind: 'actual' as const, cap } } });

describe.each(enginesHere())('the outcome of a change set over many units in the way on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine, { code: 'HQ', type: 'headquarters', children: [east, west] });
    await haveStoresOverride();
  });
  afterAll(() => chain.it.close());

  /** Each store of the west sets its own cap, as an import would have it. */
  async function haveStoresOverride(): Promise<void> {
    const now = chain.it.clock.now();
    await chain.it.database.inTransaction(async (tx) => {
      const epoch = await nextEpoch(tx, now);
      const author = { authorId: null, authorName: '导入' };
      const rows = codes.map((code) => ({ versionId: newId(now), nodeId: unitId(code), kind: subsidy, ...author }));
      const versions = rows.map(({ versionId: id, ...row }) => ({
        ...{ ...row, id, policyId: null, number: 1, status: 'published' as const, directives: mode(900), notes: '' },
        ...{ contentHash: '', createdAt: now, publishedAt: now, epoch, version: 1 },
      }));
      const assignments = rows.map((row) => ({
        ...{ ...row, id: newId(now), track: 'own' as const, validFrom: now, validTo: null, recordedFrom: epoch },
        ...{ recordedTo: null, seq: 0, correction: false, cohort: null, rolloutId: null, reason: null, cancelReason: null },
        ...{ changeSetId: null, recordedAt: now },
      }));
      await insertRows(tx, PolicyVersion, versions);
      await insertRows(tx, PolicyAssignment, assignments);
    });
  }

  it('names some of them and counts the others, and is kept whole', async () => {
    const operations = [{ verb: 'setOwn', kind: subsidy, nodeId: unitId('HQ'), changes: mode(1300) }];
    const { id, version } = await done(chain.operator, 'createChangeSet', { input: { title: '统一封顶', operations } });
    const applied = await done(chain.operator, 'applyChangeSet', { id, version });
    expect(applied).toMatchObject({ status: 'live', impact: { changed: 2, frozen: true } });
    const [effect] = applied.impact.effects;
    expect(effect).toMatchObject({ unchanged: STORES });
    expect(effect.reasons).toHaveLength(21);
    expect(effect.reasons.at(-1)).toMatchObject({ code: 'overridden', branches: STORES - 20, by: null, units: STORES - 20 });
    const [row] = await chain.it.database.read.query<{ size: number }[]>(
      'SELECT LENGTH(outcome) AS size FROM change_set WHERE id = ?',
      [id],
    );
    expect(row?.size).toBeLessThan(TEXT);
  });

  it('may be longer than a text column holds', async () => {
    const operations = [{ verb: 'setOwn', kind: subsidy, nodeId: unitId('EAST'), changes: mode(800) }];
    const { id } = await done(chain.operator, 'createChangeSet', { input: { title: '华东封顶', operations } });
    const outcome = { text: '长'.repeat(TEXT) };
    await chain.it.database.inTransaction((tx) => tx.update(ChangeSet, { id }, { outcome }));
    expect(await chain.it.database.read.findOneBy(ChangeSet, { id })).toMatchObject({ outcome });
  });
});
