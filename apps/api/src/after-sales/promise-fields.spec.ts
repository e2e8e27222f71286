import { enginesHere } from '../testing/test-app.js';
import { caseNow, DAY, Desk, does, forAll, picture, refuses, seen } from './testing/desk.js';

describe.each(enginesHere())('what an application owes to its promise on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine, {
      evidence: { set: [{ reasonClass: 'quality', goods: 1, invoice: 1 }] },
      excluded: { set: [{ category: '生鲜', ground: 'perishable' }] },
      restockingFee: { set: [{ reasonClass: 'expectation', bps: 1000 }] },
      noReasonDays: { set: 15 },
    });
  });
  afterAll(() => desk.it.close());

  const sold = async (category = 'coat') => {
    const of = await desk.sell({ lines: [{ category }] });
    desk.pass(4 * DAY);
    return of;
  };

  it('is as many photos as the reason asks for, of the goods and of the invoice', async () => {
    const of = await sold();
    const buyer = await desk.buyer(of);
    const wish = (photos: string[]) => forAll(of, { reason: 'manufacturingDefect', photos });
    const upload = async (kind: string): Promise<string> => {
      const { body } = await buyer.send(`/photos/orders/${of.id}?kind=${kind}`, picture(), 'image/png');
      return (body as { id: string }).id;
    };
    const allowed = { goods: 1, invoice: 1 };
    expect(await refuses(buyer, 'apply', wish([]))).toMatchObject({ code: 'EVIDENCE_MISSING', field: 'photos', allowed });
    const goods = await upload('goods');
    expect(await refuses(buyer, 'apply', wish([goods]))).toMatchObject({ allowed: { goods: 0, invoice: 1 } });
    const made = await does(buyer, 'apply', wish([goods, await upload('invoice')]));
    expect(made).toMatchObject({ state: 'APPLIED' });
    expect(await caseNow(buyer, made.id)).toMatchObject({ photos: [{ kind: 'goods' }, { kind: 'invoice' }] });
  });

  it('is no change of mind about goods without that right', async () => {
    const of = await sold('生鲜');
    const code = 'NO_REASON_EXCLUDED';
    expect(await refuses(await desk.buyer(of), 'apply', forAll(of))).toMatchObject({ code, field: 'reason' });
    expect(await does(desk.as('clerk1@example.com'), 'apply', forAll(of))).toMatchObject({ state: 'APPLIED' });
  });

  it('is refunded less the fee once the goods are back, outside the right of the law alone', async () => {
    const story = async (wait: number) => {
      const of = await desk.sell();
      desk.pass(wait);
      const buyer = await desk.buyer(of);
      const clerk = desk.as('clerk1@example.com');
      const agreed = seen(await does(clerk, 'approve', seen(await does(buyer, 'apply', forAll(of)))));
      const tracking = `SF${of.id.slice(-8)}`;
      const sent = await does(buyer, 'ship', { ...agreed, carrier: '顺丰', tracking, freightPaid: 1_000 });
      return does(clerk, 'receive', seen(sent));
    };
    expect(await story(11 * DAY)).toMatchObject({ state: 'REFUNDING', approvedAmount: 17_010 });
    expect(await story(4 * DAY)).toMatchObject({ state: 'REFUNDING', approvedAmount: 18_900 });
  });
});
