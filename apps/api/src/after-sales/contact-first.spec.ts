import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { DAY, Desk, does, forAll, perform, refuses, type Caller } from './testing/desk.js';

describe.each(enginesHere())('contact before the application on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine, { contactFirst: { set: true } });
  });
  afterAll(() => desk.it.close());
  const clerk = () => desk.as('clerk1@example.com');

  const delivered = async () => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    return order;
  };
  const log = (who: Caller, orderId: string, contact: object) =>
    who.graphql(
      'mutation ($id: ID!, $contact: ContactInput!) { it: logContact(orderId: $id, contact: $contact) { id channel note personName } }',
      { id: orderId, contact },
    );
  const phone = { channel: 'phone', note: ' 袖子短了，想换大一码 ' };
  const seenBy = async (who: Caller, id: string): Promise<Loose> =>
    (await who.graphql('query ($id: ID!) { it: order(id: $id) { allowedActions contacts { channel note personName } } }', { id }))
      .data.it;

  it('is asked of the buyer, who is told whom to contact and what would do, until staff have logged one', async () => {
    const order = await delivered();
    const buyer = await desk.buyer(order);
    const refused = await refuses(buyer, 'apply', forAll(order));
    expect(refused).toMatchObject({ code: 'CONTACT_FIRST', field: 'contact', allowed: expect.stringContaining('SHOP1') });
    expect(refused.message).toBe(`Contact ${String(refused.allowed)} first; after that it can be applied for`);
    const { data } = await buyer.graphql(
      'query ($input: ApplyInput!) { it: whatIf(input: $input) { eligibility { eligible flips { kind } trace { rule passed } } } }',
      forAll(order),
    );
    expect(data.it.eligibility).toMatchObject({ eligible: false, flips: [{ kind: 'contact' }, { kind: 'staff' }] });
    expect(data.it.eligibility.trace).toContainEqual({ rule: 'contactFirst', passed: false });
    expect((await log(clerk(), order.id, phone)).data.it).toMatchObject({ channel: 'phone', personName: '小陈' });
    expect((await does(buyer, 'apply', forAll(order))).state).toBe('APPLIED');
    const shown = await seenBy(clerk(), order.id);
    expect(shown.contacts).toEqual([{ channel: 'phone', note: '袖子短了，想换大一码', personName: '小陈' }]);
    expect(shown.allowedActions).toContain('order.logContact');
    expect((await seenBy(buyer, order.id)).contacts).toEqual([]);
    const { data: audit } = await desk
      .as('admin@example.com')
      .graphql('query { it: auditEvents(page: { first: 20 }) { items { action subjectId } } }');
    expect(audit.it.items).toContainEqual({ action: 'order.logContact', subjectId: order.id });
  });

  it('comes with the case that staff open, and is on its first event', async () => {
    const order = await delivered();
    expect(await refuses(clerk(), 'apply', forAll(order))).toMatchObject({ code: 'CONTACT_FIRST', field: 'contact' });
    const opened = await does(clerk(), 'apply', forAll(order, { contact: phone }));
    expect(opened.events[0].data).toMatchObject({ contact: { channel: 'phone', note: '袖子短了，想换大一码' } });
    expect((await seenBy(clerk(), order.id)).contacts).toHaveLength(1);
    const other = await delivered();
    const worded = { contact: { channel: 'pigeon', note: '咕' } };
    expect(await refuses(clerk(), 'apply', forAll(other, worded))).toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'input.contact.channel', allowed: expect.arrayContaining(['phone', 'chat']) },
    });
    expect((await seenBy(clerk(), other.id)).contacts).toEqual([]);
    expect(await perform(await desk.buyer(other), 'apply', forAll(other, { contact: phone }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('is logged by the branch’s own people, in words', async () => {
    const order = await delivered();
    for (const who of ['op@example.com', 'finance@example.com'] as const)
      expect(await log(desk.as(who), order.id, phone)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await log(desk.as('shop3@example.com'), order.id, phone)).toMatchObject({ code: 'NOT_FOUND' });
    const { errors } = await log(clerk(), order.id, { channel: 'phone', note: ' ' });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'note', allowed: { min: 1, max: 500 } });
  });
});
