import { reasonOf } from '@headwater/after-sales';
import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { DAY, Desk, does, forAll, type Caller, type SoldOrder } from './testing/desk.js';

const QUERY = `query ($input: ReasonFreightInput!) {
  it: reasonFreight(input: $input) { class payer merchantBps coveredAtMost } }`;

describe.each(enginesHere())('who would pay the return freight, on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const asked = (client: Caller, { id, lines }: SoldOrder, type = 'RR') =>
    client.graphql(QUERY, {
      input: { orderId: id, type, lines: lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity })) },
    });

  it('is known for each reason before one is chosen, and is what the application then says', async () => {
    const clerk = desk.as('clerk1@example.com');
    const known: Loose[] = (await asked(clerk, await desk.sell())).data.it;
    const payers = Object.fromEntries(known.map(({ class: key, payer }) => [key, payer]));
    expect(payers).toMatchObject({ expectation: 'buyer', quality: 'merchant', wrongItem: 'merchant', logistics: 'merchant' });
    for (const code of ['changedMind', 'manufacturingDefect'] as const) {
      const order = await desk.sell();
      desk.pass(4 * DAY);
      const item = await does(clerk, 'apply', forAll(order, { reason: code }));
      expect(item.freight.payer).toBe(payers[reasonOf(code).class]);
    }
  });

  it('is nobody where no goods come back', async () => {
    expect((await asked(desk.as('clerk1@example.com'), await desk.sell(), 'RO')).data.it).toEqual([]);
  });

  it('is told of an order to who sees it, the buyer too, and to nobody else', async () => {
    const [mine, other] = [await desk.sell(), await desk.sell()];
    const buyer = await desk.buyer(mine);
    expect((await asked(buyer, mine)).data.it.length).toBeGreaterThan(0);
    for (const who of [buyer, desk.as('shop3@example.com')]) expect(await asked(who, other)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
