import { screen } from '@testing-library/react';
import { ZoneOf } from '../../shared/node';
import { caseAction, caseRow } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { CaseActionDialog } from './CaseActionDialog';
import type { CaseAction } from './documents';

const TOKYO = { ZoneOfNode: { orgNode: { id: 's1', timeZone: 'Asia/Tokyo' } } };
const parcels = { case: { id: 'c1', shipments: [{ id: 'p1', carrier: '顺丰', tracking: 'SF1' }] } };

const open = (action: CaseAction, answers: object = {}) =>
  renderPage(
    <ZoneOf nodeId="s1">
      <CaseActionDialog item={caseRow()} action={action} onClose={() => undefined} />
    </ZoneOf>,
    { answers: { ...TOKYO, CaseParcels: parcels, ...answers } },
  );

describe('a later deadline', () => {
  it('is typed by the clock of the branch, whose zone is named', async () => {
    const { user, api } = open(caseAction('extend', { needs: ['until', 'reason'] }), { Extend: { extend: { id: 'c1' } } });
    expect(await screen.findByText('按日本标准时间填写。')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: /延到/ }), '2026-03-20');
    await user.type(screen.getByRole('textbox', { name: /原因/ }), '等配件');
    expect(screen.getByRole('button', { name: '延期' })).toBeDisabled();
    await user.type(screen.getByLabelText(/时刻/), '18:00');
    await user.click(screen.getByRole('button', { name: '延期' }));
    expect(api.sent('Extend').map(({ variables }) => variables['until'])).toEqual(['2026-03-20T09:00:00.000Z']);
  });
});

describe('what a carrier reports', () => {
  const recordTracking = caseAction('recordTracking', { needs: ['shipmentId', 'kind', 'at', 'note'] });
  const answers = { RecordTracking: { recordTracking: { id: 'c1' } } };
  const confirm = () => screen.getByRole('button', { name: '登记物流' });
  const told = (api: ReturnType<typeof open>['api']) => api.sent('RecordTracking').map(({ variables }) => variables);

  it('has happened now unless a time is given', async () => {
    const { user, api } = open(recordTracking, answers);
    expect(await screen.findByText('顺丰 SF1')).toBeInTheDocument();
    await user.click(confirm());
    expect(told(api)).toEqual([{ shipmentId: 'p1', kind: 'delivered', at: null, note: null }]);
  });

  it('is recorded with the time at which it happened, by the clock of the branch', async () => {
    const { user, api } = open(recordTracking, answers);
    await screen.findByText('顺丰 SF1');
    expect(screen.getByText('不填为现在。')).toBeInTheDocument();
    expect(await screen.findByText('按日本标准时间填写。')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: '发生时间' }), '2026-03-12');
    expect(confirm()).toBeDisabled();
    await user.type(screen.getByLabelText('时刻'), '09:30');
    await user.click(confirm());
    expect(told(api)).toMatchObject([{ at: '2026-03-12T00:30:00.000Z' }]);
  });

  it('has not happened yet at a time to come', async () => {
    const { user } = open(recordTracking, answers);
    await screen.findByText('顺丰 SF1');
    await user.type(screen.getByRole('textbox', { name: '发生时间' }), '2999-01-01');
    await user.type(screen.getByLabelText('时刻'), '09:30');
    expect(screen.getByText('不能晚于现在')).toBeInTheDocument();
    expect(confirm()).toBeDisabled();
  });
});

describe('a parcel to the buyer', () => {
  const dispatch = caseAction('dispatch', { needs: ['carrier', 'tracking', 'freightPaid'], to: ['AWAIT_BUYER_RECEIPT'] });
  const confirm = () => screen.getByRole('button', { name: '发货' });

  it('needs carrier and number; what it costs may be left open, but not be no amount', async () => {
    const { user, api } = open(dispatch, { Dispatch: { dispatch: { id: 'c1' } } });
    expect(confirm()).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: /快递公司/ }), '顺丰');
    await user.type(screen.getByRole('textbox', { name: /运单号/ }), 'SF9');
    expect(confirm()).toBeEnabled();
    await user.type(screen.getByRole('textbox', { name: '门店付运费（元）' }), '十二');
    expect(confirm()).toBeDisabled();
    await user.clear(screen.getByRole('textbox', { name: '门店付运费（元）' }));
    await user.type(screen.getByRole('textbox', { name: '门店付运费（元）' }), '12.50');
    await user.click(confirm());
    expect(api.sent('Dispatch').map(({ variables }) => variables)).toEqual([
      { id: 'c1', version: 3, carrier: '顺丰', tracking: 'SF9', freightPaid: 1_250 },
    ]);
  });

  it('goes out with the receipt of the goods where both are at hand, and with what was found', async () => {
    const both = caseAction('receiveAndDispatch', { needs: ['carrier', 'tracking', 'freightPaid'] });
    const { user, api } = open(both, { ReceiveAndDispatch: { receiveAndDispatch: { id: 'c1' } } });
    await user.type(screen.getByRole('textbox', { name: /快递公司/ }), '顺丰');
    await user.type(screen.getByRole('textbox', { name: /运单号/ }), 'SF9');
    await user.type(screen.getByRole('textbox', { name: '验收结果' }), '完好');
    await user.click(screen.getByRole('button', { name: '收货并发货' }));
    expect(api.sent('ReceiveAndDispatch').map(({ variables }) => variables)).toEqual([
      { id: 'c1', version: 3, carrier: '顺丰', tracking: 'SF9', freightPaid: null, inspection: '完好', checklist: null },
    ]);
  });
});

it('goods over the counter are taken in by the code of their case', async () => {
  const register = caseAction('registerDropIn', { needs: ['code', 'inspection'] });
  const { user, api } = open(register, { RegisterDropIn: { registerDropIn: { code: '8841' } } });
  expect(screen.getByRole('button', { name: '登记到店退货' })).toBeDisabled();
  await user.type(screen.getByRole('textbox', { name: /售后单号/ }), '8841');
  await user.click(screen.getByRole('button', { name: '登记到店退货' }));
  expect(api.sent('RegisterDropIn').map(({ variables }) => variables)).toEqual([
    { code: '8841', inspection: null, checklist: null },
  ]);
});

it('a verdict may name who is liable', async () => {
  const verdict = caseAction('verdict', { needs: ['to', 'amount', 'liable', 'reason'], to: ['AWAIT_RESHIP', 'CLOSED'] });
  const { user, api } = open(verdict, { Verdict: { verdict: { id: 'c1' } } });
  await user.click(screen.getByRole('combobox', { name: '责任方' }));
  await user.click(screen.getByRole('option', { name: '快递公司' }));
  await user.type(screen.getByRole('textbox', { name: /原因/ }), '运输途中丢失');
  await user.click(screen.getByRole('button', { name: '判定门店发货给买家，责任方：快递公司' }));
  expect(api.sent('Verdict').map(({ variables }) => variables)).toEqual([
    { id: 'c1', version: 3, to: 'AWAIT_RESHIP', amount: null, liable: 'carrier', reason: '运输途中丢失' },
  ]);
});

describe('an approval that lets the buyer keep the item', () => {
  const kept = caseAction('approve', {
    to: ['REFUNDING'],
    returnless: {
      ...{ keeps: true, saves: 1_200 },
      trace: [{ rule: 'returnless', text: { zh: '无需退货：商品 ¥15.00，不超过 ¥20.00', en: 'Keep the item' } }],
    },
  });
  const answers = { Approve: { approve: { id: 'c1' } } };
  const sent = (api: ReturnType<typeof open>['api']) => api.sent('Approve').map(({ variables }) => variables['returnReason']);

  it('says so on the button, why, and what it saves', async () => {
    const { user, api } = open(kept, answers);
    expect(screen.getByText(/无需退货：商品 ¥15.00/)).toBeInTheDocument();
    expect(screen.getByText(/省 ¥12.00/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '同意，无需退货' }));
    expect(sent(api)).toEqual([null]);
  });

  it('can ask for the goods all the same, with a reason, under another name', async () => {
    const { user, api } = open(kept, answers);
    await user.click(screen.getByRole('checkbox', { name: '仍需寄回' }));
    expect(screen.getByText('同意退货，买家寄回后再退款或换货')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: /仍需寄回的原因/ }), '需要查验批次');
    await user.click(screen.getByRole('button', { name: '同意退货' }));
    expect(sent(api)).toEqual(['需要查验批次']);
  });

  it('offers nothing to tick where the goods have to come back anyway', () => {
    const needed = { keeps: false, saves: 0, trace: [{ rule: 'returnless', text: { zh: '需要寄回', en: 'To be sent back' } }] };
    open(caseAction('approve', { to: ['AWAIT_RETURN'], returnless: needed }));
    expect(screen.getByText('需要寄回')).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});

describe('a proposal', () => {
  const answers = { Propose: { propose: { id: 'c1' } } };
  const fill = async (user: ReturnType<typeof open>['user']) => {
    await user.type(screen.getByRole('textbox', { name: /退款金额/ }), '90');
    await user.type(screen.getByRole('textbox', { name: /扣款说明/ }), '已断码');
    await user.click(screen.getByRole('button', { name: '提出协商扣款' }));
  };

  it('may be money for what is sent back first, where the API leaves the choice', async () => {
    const choice = caseAction('propose', { needs: ['resolution', 'amount', 'note'], maxAmount: 18_900 });
    const { user, api } = open(choice, answers);
    await user.click(screen.getByRole('combobox', { name: /协商方案/ }));
    await user.click(screen.getByRole('option', { name: '退货后退款' }));
    await fill(user);
    expect(api.sent('Propose').map(({ variables }) => variables)).toMatchObject([
      { resolution: 'returnRefund', amount: 9_000, note: '已断码' },
    ]);
  });

  it('is money alone where there is no choice', async () => {
    const { user, api } = open(caseAction('propose', { needs: ['amount', 'note'], maxAmount: 18_900 }), answers);
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    await fill(user);
    expect(api.sent('Propose').map(({ variables }) => variables['resolution'])).toEqual(['refund']);
  });
});

describe('a prepaid label', () => {
  const issue = caseAction('issueLabel', { needs: ['carrier', 'tracking', 'freightPaid', 'photos'] });
  const evidence = { CaseEvidence: { case: { id: 'c1', checklist: [], photoKinds: ['returnLabel'], photos: [] } } };

  it('needs what it costs, beside carrier and number, and takes its file', async () => {
    const { user, api } = open(issue, { ...evidence, IssueLabel: { issueLabel: { id: 'c1' } } });
    await user.type(screen.getByRole('textbox', { name: /快递公司/ }), '顺丰');
    await user.type(screen.getByRole('textbox', { name: /运单号/ }), 'SF7001');
    const confirm = screen.getByRole('button', { name: '发放预付面单' });
    expect(confirm).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: /门店付运费/ }), '11');
    expect(await screen.findByLabelText('添加照片', { selector: 'input' })).toBeInTheDocument();
    await user.click(confirm);
    expect(api.sent('IssueLabel').map(({ variables }) => variables)).toEqual([
      { id: 'c1', version: 3, carrier: '顺丰', tracking: 'SF7001', freightPaid: 1_100 },
    ]);
  });
});
