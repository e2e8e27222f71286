import { screen, within } from '@testing-library/react';
import { caseAction, caseRow } from '../../../testing/cases';
import { renderPage } from '../../../testing/render';
import { stubUploads } from '../../../testing/upload';
import { ReceivingPage } from './ReceivingPage';

const store = { id: 's1', name: '江宁店', type: 'store', timeZone: 'Asia/Shanghai', path: [] };
const item = { item: 'tag', label: { zh: '吊牌完好', en: 'Tags on' }, passed: null, note: null };
const parcel = { id: 'p1', direction: 'return', method: 'parcel', carrier: '顺丰', tracking: 'SF1' };
const more = { checklist: [item], photos: [], shipments: [parcel] };
const receive = caseAction('receive', { primary: true, needs: ['inspection', 'checklist', 'photos'], to: ['REFUNDING'] });
const waiting = (id: string, code: string) => ({
  ...caseRow({ id, code, state: 'AWAIT_RECEIPT', allowedActions: [receive, caseAction('extend')] }),
  ...more,
});
const goods = {
  ...{ code: '7001', type: 'RR', state: 'AWAIT_RETURN', registrable: true, node: { id: 's2', name: '鼓楼店' } },
  ...{ goods: [{ name: '羽绒服 M', sku: 'SKU-1', quantity: 1 }], checklist: [item] },
};

/** What the number means, as the API has it. */
let items = [waiting('c1', '8841'), waiting('c2', '8842')];
let dropIn: typeof goods | null = null;
beforeEach(() => {
  items = [waiting('c1', '8841'), waiting('c2', '8842')];
  dropIn = null;
});

const open = (url = '/receiving') =>
  renderPage(<ReceivingPage />, {
    url,
    answers: {
      Receiving: () => ({ cases: { nextCursor: null, items }, dropIn }),
      ScopeNode: { orgNode: store },
      ZoneOfNode: { orgNode: store },
      CaseColleagues: ({ id }: { id: string }) => ({ case: { id, colleagues: [] } }),
      CaseEvidence: ({ id }: { id: string }) => ({ case: { id, checklist: [item], photoKinds: [], photos: [] } }),
      Receive: ({ id }: { id: string }) => {
        items = items.map((each) => (each.id === id ? { ...each, state: 'REFUNDING', allowedActions: [] } : each));
        return { receive: { id } };
      },
      RegisterDropInAt: { registerDropIn: { code: '7001' } },
    },
  });

it('finds what was scanned, takes in and inspects one case of the parcel, and shows the next with the field ready', async () => {
  const { user, api } = open();
  const field = screen.getByRole('textbox');
  expect(field).toHaveFocus();
  await user.type(field, 'SF1{Enter}');
  const first = await screen.findByRole('region', { name: '售后单 8841' });
  expect(first).toHaveTextContent('吊牌完好');
  expect(first).toHaveTextContent('顺丰 SF1');
  expect(field).toHaveValue('');
  expect(
    within(first)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['收货并退款A']);
  expect(screen.getByText('同一号码的其他售后单：1 张，1 张待收货')).toBeInTheDocument();

  await user.click(within(first).getByRole('button', { name: /收货并退款/ }));
  const dialog = screen.getByRole('dialog');
  await user.click(await within(dialog).findByRole('button', { name: '全部通过' }));
  await user.click(within(dialog).getByRole('button', { name: '收货并退款' }));
  expect(await screen.findByRole('region', { name: '售后单 8842' })).toBeInTheDocument();
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('8841 已收货，退款处理中');
  expect(field).toHaveFocus();
  expect(api.sent('Receiving')[0]?.variables).toEqual({ scanned: 'SF1', within: null, at: 's1' });
  expect(api.sent('Receive')[0]?.variables).toMatchObject({ id: 'c1', checklist: [{ item: 'tag', passed: true, note: null }] });
});

it('takes in the goods of another branch by the code alone', async () => {
  items = [];
  dropIn = goods;
  const sent = stubUploads({ status: 201 });
  const { user, api } = open('/receiving?scanned=7001');
  const sheet = await screen.findByRole('region', { name: '售后单 7001' });
  expect(sheet).toHaveTextContent('鼓楼店');
  await user.click(within(sheet).getByRole('button', { name: '登记到店退货' }));
  const dialog = screen.getByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: '全部通过' }));
  await user.upload(
    within(dialog).getByLabelText('添加照片', { selector: 'input' }),
    new File(['x'], 'a.png', { type: 'image/png' }),
  );
  expect(await within(dialog).findByText('已添加 1 张')).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: '登记到店退货' }));
  expect(await screen.findByText('7001 已登记到店退货')).toBeInTheDocument();
  expect(sent).toEqual([{ path: '/photos/drop-ins/7001?at=s1', name: 'a.png' }]);
  expect(api.sent('RegisterDropInAt')[0]?.variables).toMatchObject({ code: '7001', at: 's1', checklist: [{ item: 'tag' }] });
});

it('says what can be done where nothing goes by the number', async () => {
  items = [];
  open('/receiving?scanned=NO1');
  expect(await screen.findByText('没有与「NO1」对应的包裹或售后单')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '按订单查找' })).toBeInTheDocument();
});
