import { enginesHere } from '../testing/test-app.js';
import { CaseLine } from './case.entity.js';
import { CaseService } from './case.service.js';
import { DAY, Desk, does, forAll, perform, seen } from './testing/desk.js';
import { takeGuardsOut } from './testing/unguarded.js';

/** As often as five people try for the last piece at once. */
const ROUNDS = 6;
const SOLD = 1;

/** Negative controls of together.spec.ts: what it shows is no longer so once the version checks are out. */
describe.each(enginesHere())('the version check on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const delivered = async (sale: object = {}) => {
    const order = await desk.sell(sale);
    desk.pass(4 * DAY);
    return order;
  };

  /** The buyer withdraws an application that the store has rejected meanwhile, unseen by him. @returns how that ends */
  const withdrawUnseen = async (): Promise<unknown> => {
    const order = await delivered();
    const it = await does(await desk.buyer(order), 'apply', forAll(order));
    await does(desk.as('shop1@example.com'), 'reject', { ...seen(it), reason: '吊牌已拆' });
    const { code, data } = await perform(await desk.buyer(order), 'withdraw', seen(it));
    return code ?? data.it.state;
  };

  it('is what refuses a step decided on an older version', async () => {
    expect(await withdrawUnseen()).toBe('STALE_VERSION');
    const cases = desk.it.app.get(CaseService, { strict: false });
    const act = cases.act.bind(cases);
    cases.act = (tx, actor, work, now) => act(tx, actor, { ...work, version: null }, now);
    try {
      expect(await withdrawUnseen()).toBe('CLOSED');
    } finally {
      cases.act = act;
    }
    expect(await withdrawUnseen()).toBe('STALE_VERSION');
  });

  /** Pieces in cases beyond those that were sold, after several have tried for them at once. */
  const piecesTooMany = async (): Promise<number> => {
    let beyond = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const order = await delivered({ lines: [{ quantity: SOLD, paidAmount: 10_001 }] });
      const client = await desk.buyer(order);
      const orderLineId = order.lines[0]?.id ?? '';
      const one = forAll(order, { lines: [{ orderLineId, quantity: 1 }] });
      await Promise.all(Array.from({ length: 5 }, () => perform(client, 'apply', one)));
      const taken = await desk.it.database.read.countBy(CaseLine, { orderLineId });
      beyond += Math.max(0, taken - SOLD);
    }
    return beyond;
  };

  it('leaves the pieces of an order to as many as there are', async () => {
    expect(await piecesTooMany()).toBe(0);
  });

  // One connection writes to SQLite, one transaction after the other: nothing runs beside it that a guard would have to stop.
  if (engine === 'sqlite') return;

  it('is what keeps more pieces from being returned than were sold', async () => {
    const putBack = takeGuardsOut(desk.it.database);
    try {
      expect(await piecesTooMany()).toBeGreaterThan(0);
    } finally {
      putBack();
    }
    expect(await piecesTooMany()).toBe(0);
  });
});
