import { createTestDatabase, enginesHere, type TestDatabase } from '../testing/test-app.js';
import { committedAt, currentEpoch, nextEpoch, nextTurn } from './epoch.js';

describe.each(enginesHere())('a committed epoch on %s', (engine) => {
  let it_: TestDatabase;
  let told: number[];

  beforeEach(async () => {
    it_ = await createTestDatabase(engine);
    told = [];
    it_.database.onHint('epoch', (message) => told.push(Number(message)));
  });
  afterEach(() => it_.close());

  it('is told once it can be read, and not before', async () => {
    const before = await currentEpoch(it_.database.read);
    const epoch = await it_.database.inTransaction(async (tx) => {
      const taken = await nextEpoch(tx, 0);
      expect(told).toEqual([]);
      return taken;
    });
    expect(epoch).toBe(before + 1);
    expect(told).toEqual([epoch]);
    expect(await currentEpoch(it_.database.read)).toBe(epoch);
  });

  it('is told of neither a transaction that failed nor one that took none', async () => {
    const failing = it_.database.inTransaction(async (tx) => {
      await nextEpoch(tx, 0);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await it_.database.inTransaction((tx) => currentEpoch(tx));
    expect(told).toEqual([]);
  });

  it('is stamped with the time at which it is committed', async () => {
    let time = 1000;
    const { epoch, now } = await it_.database.inTransaction(async (tx) => {
      const turn = await nextTurn(tx, { now: () => time });
      time = 5000;
      return turn;
    });
    expect([now, await committedAt(it_.database.read, epoch)]).toEqual([1000, 5000]);
  });

  it('is never stamped earlier than the one before, whatever the clock of its process says', async () => {
    await it_.database.inTransaction((tx) => nextEpoch(tx, 9000));
    const epoch = await it_.database.inTransaction((tx) => nextEpoch(tx, 2000));
    expect(await committedAt(it_.database.read, epoch)).toBe(9000);
  });
});
