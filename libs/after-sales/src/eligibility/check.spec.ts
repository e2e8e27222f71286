import { DAY, NOW, SHANGHAI } from '../testing/cases.js';
import type { ApplicationRules } from '../rules.js';
import { checkApplication, checkModification } from './check.js';
import { setAside, standingAgainst } from './overrule.js';
import type { Application, OrderFacts, OrderLineFacts } from './order.js';

const rules: ApplicationRules = {
  types: ['refundOnly', 'returnRefund'],
  noReasonDays: 7,
  inStoreDays: 3,
  selfServiceDays: 15,
  qualityDays: 30,
  windowByCategory: [],
  maxApplications: 5,
  refundOutboundFreight: false,
  evidence: [],
  excluded: [],
  contactFirst: false,
};

const line = (changed: Partial<OrderLineFacts> = {}): OrderLineFacts => ({
  lineId: 'L1',
  category: 'shoes',
  sold: 2,
  refunded: 0,
  inOpenCases: 0,
  applications: 0,
  replacedAt: null,
  refundable: 19_999,
  ...changed,
});

const order = (changed: Partial<OrderFacts> = {}): OrderFacts => ({
  channel: 'express',
  paidAt: NOW - 10 * DAY,
  cancelledAt: null,
  cancelReason: null,
  shippedAt: NOW - 9 * DAY,
  receivedAt: NOW - 2 * DAY,
  completedAt: null,
  timeZone: SHANGHAI,
  lines: [line()],
  ...changed,
});

const application = (changed: Partial<Application> = {}): Application => ({
  by: 'buyer',
  type: 'RR',
  reason: 'changedMind',
  lines: [{ lineId: 'L1', quantity: 2 }],
  amount: null,
  ...changed,
});

const check = (
  wanted: Partial<Application> = {},
  facts: Partial<OrderFacts> = {},
  changed: Partial<ApplicationRules> = {},
  now = NOW,
) => checkApplication(order(facts), application(wanted), { ...rules, ...changed }, now);

const failures = (...[wanted, facts, changed, now]: Parameters<typeof check>) =>
  check(wanted, facts, changed, now)
    .checks.filter(({ passes }) => !passes)
    .map(({ rule }) => rule);

it('answers every rule, those that pass too, with what it looked at', () => {
  const answer = check();
  expect(answer).toMatchObject({ eligible: true, stage: 'received', basis: 'right', maxAmount: 19_999 });
  expect(answer.checks.map(({ rule }) => rule)).toEqual([
    'orderPaid',
    'orderNotCancelled',
    'typeAllowed',
    'reasonKnown',
    'reasonFitsStage',
    'receivedForReturn',
    'noReasonAllowed',
    'window',
    'evidence',
    'contactFirst',
    'linesKnown',
    'quantityLeft',
    'applicationsLeft',
    'amount',
  ]);
});

describe('the order', () => {
  it('has to be paid', () => {
    expect(failures({}, { paidAt: null })).toEqual(['orderPaid']);
  });

  it('must not be cancelled; the answer says since when and why', () => {
    const answer = check({}, { cancelledAt: NOW - DAY, cancelReason: 'canceled' });
    expect(answer.eligible).toBe(false);
    expect(answer.checks.find(({ rule }) => rule === 'orderNotCancelled')).toMatchObject({
      passes: false,
      facts: { cancelledAt: NOW - DAY, reason: 'canceled' },
    });
  });

  it('may ask for a refund before it is shipped or has arrived, but for no return', () => {
    const unshipped = { shippedAt: null, receivedAt: null };
    expect(check({ type: 'RO' }, unshipped)).toMatchObject({
      eligible: true,
      stage: 'unshipped',
      basis: 'beforeReceipt',
      windows: [],
    });
    expect(check({ type: 'RO', reason: 'notArrived' }, { receivedAt: null })).toMatchObject({
      eligible: true,
      stage: 'underWay',
    });
    expect(failures({ type: 'RR' }, unshipped)).toEqual(['receivedForReturn']);
  });
});

describe('type and reason', () => {
  it('have to be known and allowed', () => {
    expect(failures({ type: 'RR' }, {}, { types: ['refundOnly'] })).toEqual(['typeAllowed']);
    expect(failures({ type: 'EX' })).toEqual(['typeAllowed']);
    expect(failures({ reason: 'bored' })).toEqual(['reasonKnown', 'reasonFitsStage', 'window']);
  });

  it('have to fit how far the order has come', () => {
    expect(failures({ reason: 'notArrived' })).toEqual(['reasonFitsStage']);
    expect(failures({ type: 'RO', reason: 'manufacturingDefect' }, { receivedAt: null })).toEqual(['reasonFitsStage']);
  });
});

describe('the windows', () => {
  const received = Date.parse('2026-11-01T20:00:00+08:00');
  const lastMoment = (day: string) => Date.parse(`${day}T00:00:00+08:00`) - 1;
  const on = (now: number, wanted: Partial<Application> = {}, facts: Partial<OrderFacts> = {}) =>
    check(wanted, { receivedAt: received, ...facts }, {}, now);

  it('give a right to return without a reason until the end of the seventh day after receipt', () => {
    expect(on(lastMoment('2026-11-09')).basis).toBe('right');
    expect(on(lastMoment('2026-11-09') + 1).basis).toBe('selfService');
  });

  it('let a buyer ask alone until the self-service window ends, counted from completion', () => {
    expect(on(lastMoment('2026-11-17'))).toMatchObject({ eligible: true, basis: 'selfService' });
    expect(on(lastMoment('2026-11-17') + 1)).toMatchObject({ eligible: false, basis: null });
    const completed = { completedAt: Date.parse('2026-11-05T10:00:00+08:00') };
    expect(on(lastMoment('2026-11-21'), {}, completed).basis).toBe('selfService');
  });

  it('give a fault of the goods the quality window', () => {
    expect(on(lastMoment('2026-12-02'), { reason: 'manufacturingDefect' })).toMatchObject({ eligible: true, basis: 'right' });
    expect(on(lastMoment('2026-12-02') + 1, { reason: 'manufacturingDefect' }).eligible).toBe(false);
  });

  it('have one of their own for sales in store', () => {
    expect(on(lastMoment('2026-11-05'), {}, { channel: 'inStore' }).basis).toBe('right');
    expect(on(lastMoment('2026-11-05') + 1, {}, { channel: 'inStore' }).basis).toBe('selfService');
  });

  it('do not bind staff who open a case for a buyer', () => {
    const answer = on(NOW + 300 * DAY, { by: 'branch' });
    expect(answer).toMatchObject({ eligible: true, basis: 'staff' });
    expect(answer.checks.find(({ rule }) => rule === 'window')).toMatchObject({ passes: true, until: null });
  });

  it('say from when and until when each is open', () => {
    expect(on(NOW).windows).toEqual([
      { key: 'noReasonDays', days: 7, event: 'received', from: received, until: lastMoment('2026-11-09') + 1, open: false },
      { key: 'selfServiceDays', days: 15, event: 'completed', from: received, until: lastMoment('2026-11-17') + 1, open: false },
    ]);
    expect(on(NOW).checks.find(({ rule }) => rule === 'window')).toMatchObject({
      passes: false,
      until: lastMoment('2026-11-17') + 1,
    });
  });

  it('are those of the category where it has its own, the first to end where there are several', () => {
    const windowByCategory = [{ category: 'snacks', noReasonDays: null, selfServiceDays: 0, qualityDays: 10 }];
    const lines = [line(), line({ lineId: 'L2', category: 'snacks' })];
    const facts = { receivedAt: NOW - 20 * DAY, lines };
    const of = (...ids: string[]) => ({ reason: 'manufacturingDefect', lines: ids.map((lineId) => ({ lineId, quantity: 1 })) });
    const asked = (...ids: string[]) => check(of(...ids), facts, { windowByCategory });
    expect(asked('L1')).toMatchObject({ eligible: true, basis: 'right', windows: [{ days: 30 }, { days: 15 }] });
    expect(asked('L2')).toMatchObject({ eligible: false, windows: [{ days: 10 }, { days: 0 }] });
    expect(asked('L1', 'L2')).toMatchObject({ eligible: false, windows: [{ days: 10 }, { days: 0 }] });
  });

  it('of quality run anew from the receipt of what was given in exchange, for those lines alone', () => {
    const received = NOW - 40 * DAY;
    const lines = [line({ replacedAt: NOW - 10 * DAY }), line({ lineId: 'L2' })];
    const facts = { receivedAt: received, lines };
    const wanted = (...lineIds: string[]) => ({
      reason: 'manufacturingDefect',
      lines: lineIds.map((lineId) => ({ lineId, quantity: 1 })),
    });
    expect(check(wanted('L1'), facts)).toMatchObject({ eligible: true, basis: 'right', windows: [{ from: NOW - 10 * DAY }, {}] });
    expect(failures(wanted('L2'), facts)).toEqual(['window']);
    expect(failures(wanted('L1', 'L2'), facts)).toEqual(['window']);
    expect(failures({ ...wanted('L1'), reason: 'changedMind' }, facts)).toEqual(['window']);
  });

  it('reach as far back as policy lets buyers ask alone', () => {
    const old = { receivedAt: Date.parse('2016-10-20T12:00:00Z'), paidAt: Date.parse('2016-10-01T12:00:00Z') };
    const now = Date.parse('2018-10-01T00:00:00Z');
    expect(check({}, old, { selfServiceDays: 1_000 }, now)).toMatchObject({ eligible: true, basis: 'selfService' });
    expect(check({}, old, {}, now).eligible).toBe(false);
  });
});

describe('the lines', () => {
  it('have to be of the order, each once', () => {
    expect(failures({ lines: [] })).toEqual(['linesKnown', 'amount']);
    expect(failures({ lines: [{ lineId: 'L9', quantity: 1 }] })).toEqual(['linesKnown', 'amount']);
    const twice = [
      { lineId: 'L1', quantity: 1 },
      { lineId: 'L1', quantity: 1 },
    ];
    expect(failures({ lines: twice })).toEqual(['linesKnown']);
  });

  it.each([0, -1, 3, 1.5])('cannot return %s of two', (quantity) => {
    expect(failures({ lines: [{ lineId: 'L1', quantity }] })).toContain('quantityLeft');
  });

  it('have left what was neither refunded nor is in an open case', () => {
    const lines = [line({ sold: 5, refunded: 2, inOpenCases: 2 })];
    expect(failures({ lines: [{ lineId: 'L1', quantity: 1 }] }, { lines })).toEqual([]);
    expect(failures({ lines: [{ lineId: 'L1', quantity: 2 }] }, { lines })).toEqual(['quantityLeft']);
  });

  it('take five applications each, or as many as the rules say', () => {
    expect(failures({}, { lines: [line({ applications: 4 })] })).toEqual([]);
    expect(failures({}, { lines: [line({ applications: 5 })] })).toEqual(['applicationsLeft']);
    expect(failures({}, { lines: [line({ applications: 2 })] }, { maxApplications: 2 })).toEqual(['applicationsLeft']);
  });

  it('are worth what was paid for the pieces, rounded down until the last', () => {
    expect(check({ lines: [{ lineId: 'L1', quantity: 1 }] }).maxAmount).toBe(9_999);
    expect(check().maxAmount).toBe(19_999);
  });

  it('add up over several, and refund no more', () => {
    const two = { lines: [line(), line({ lineId: 'L2', sold: 1, refundable: 500 })] };
    const lines = [
      { lineId: 'L1', quantity: 2 },
      { lineId: 'L2', quantity: 1 },
    ];
    expect(check({ lines, amount: 20_499 }, two).eligible).toBe(true);
    expect(failures({ lines, amount: 20_500 }, two)).toEqual(['amount']);
    expect(failures({ lines, amount: 0 }, two)).toEqual(['amount']);
  });
});

describe('a modification', () => {
  const refusals = (wanted: Partial<Application>, facts: Partial<OrderFacts> = {}, appliedAt = NOW) =>
    checkModification(order(facts), application(wanted), rules, appliedAt)
      .filter(({ passes }) => !passes)
      .map(({ rule }) => rule);

  it('asks for no more than type, reason and windows: the lines are its own already', () => {
    expect(refusals({ lines: [], amount: 99_999 }, { lines: [] })).toEqual([]);
  });

  it('cannot make a return of what has not arrived, nor give a reason that cannot be true yet', () => {
    expect(refusals({ reason: 'unneeded' }, { receivedAt: null })).toEqual(['receivedForReturn']);
    expect(refusals({ type: 'RO', reason: 'colourMismatch' }, { receivedAt: null })).toEqual(['reasonFitsStage']);
  });

  it('keeps the date of the application: a window that was open then still is', () => {
    const receivedAt = NOW - 40 * DAY;
    expect(refusals({ reason: 'manufacturingDefect' }, { receivedAt }, NOW - 20 * DAY)).toEqual([]);
    expect(refusals({ reason: 'changedMind' }, { receivedAt }, NOW - 20 * DAY)).toEqual(['window']);
  });

  it('is not bound by windows where staff opened the case', () => {
    expect(refusals({ by: 'branch' }, { receivedAt: NOW - 40 * DAY })).toEqual([]);
  });
});

describe('evidence', () => {
  const evidence = [{ reasonClass: 'quality' as const, goods: 2, invoice: 1 }];

  it('is as many photos as the reason asks for, whoever files it; the answer says how many are missing', () => {
    const wish = { reason: 'manufacturingDefect', photos: 1 };
    const answer = check(wish, {}, { evidence });
    expect(answer.checks.find(({ rule }) => rule === 'evidence')).toMatchObject({
      passes: false,
      facts: { goodsMissing: 1, invoiceMissing: 1 },
    });
    expect(failures({ ...wish, by: 'branch' }, {}, { evidence })).toEqual(['evidence']);
    expect(failures({ ...wish, photos: 2, invoicePhotos: 1 }, {}, { evidence })).toEqual([]);
    expect(failures({}, {}, { evidence })).toEqual([]);
  });
});

describe('goods without the no-reason right', () => {
  const excluded = [{ category: 'shoes', ground: 'perishable' as const }];

  it('are not returned for a change of mind, but for quality, and by staff', () => {
    expect(failures({}, {}, { excluded })).toEqual(['noReasonAllowed', 'window']);
    expect(failures({ reason: 'manufacturingDefect' }, {}, { excluded })).toEqual([]);
    expect(check({ by: 'branch' }, {}, { excluded })).toMatchObject({ eligible: true, basis: 'staff', feeFree: false });
    expect(failures({}, { channel: 'inStore' }, { excluded })).toEqual([]);
  });

  it('are others than those of the law only where the buyer confirmed it at purchase', () => {
    const rule = { excluded: [{ category: 'shoes', ground: 'confirmed' as const }] };
    expect(failures({}, {}, rule)).toEqual([]);
    expect(failures({}, { lines: [line({ noReasonExcludedConfirmed: true })] }, rule)).toEqual(['noReasonAllowed', 'window']);
  });

  it('say whether the law leaves room for a fee', () => {
    expect(check()).toMatchObject({ feeFree: true });
    expect(check({}, { receivedAt: NOW - 8 * DAY })).toMatchObject({ feeFree: false });
    expect(check({}, { channel: 'inStore' })).toMatchObject({ feeFree: false });
  });
});

it('asks for a contact first where the promise does, whoever files it', () => {
  const asked = { contactFirst: true };
  expect(failures({}, {}, asked)).toEqual(['contactFirst']);
  expect(failures({ by: 'branch' }, {}, asked)).toEqual(['contactFirst']);
  expect(failures({ by: 'branch', withContact: true }, {}, asked)).toEqual([]);
  expect(failures({}, { contact: { branch: '南京路店', at: null } }, asked)).toEqual(['contactFirst']);
  expect(failures({}, { contact: { branch: '南京路店', at: NOW } }, asked)).toEqual([]);
  expect(failures()).toEqual([]);
});

it('lets a rule of the chain’s own be overruled, and never a fact', () => {
  const against = (...asked: Parameters<typeof check>) => {
    const { fixed, ruled } = standingAgainst(check(...asked));
    return [fixed, ruled].map((checks) => checks.map(({ rule }) => rule));
  };
  const byStaff = { by: 'branch', type: 'EX' } as const;
  expect(against(byStaff, { lines: [line({ applications: 5 })] })).toEqual([[], ['typeAllowed', 'applicationsLeft']]);
  expect(against({ lines: [{ lineId: 'L1', quantity: 3 }] })).toEqual([['quantityLeft'], []]);
  expect(against({}, { cancelledAt: NOW, paidAt: null })).toEqual([['orderPaid', 'orderNotCancelled'], []]);
  expect(against({ amount: 20_000 })).toEqual([['amount'], []]);
});

it('knows what staff set aside by opening the case: a window, or goods without the right', () => {
  const late = { receivedAt: NOW - 60 * DAY };
  const fresh = { excluded: [{ category: 'shoes', ground: 'perishable' }] } as const;
  expect(setAside(check({ by: 'branch' }, late))).toEqual(['window']);
  expect(setAside(check({ by: 'branch' }, {}, fresh))).toEqual(['noReasonAllowed']);
  expect(setAside(check({ by: 'branch' }))).toEqual([]);
});
