import { screen, within } from '@testing-library/react';
import { caseAction, caseRow } from '../../../testing/cases';
import { renderPage } from '../../../testing/render';
import { pretendWide } from '../../../testing/screen';
import { DisputesPage } from './DisputesPage';

const store = { id: 's1', name: '江宁店', type: 'store', timeZone: 'Asia/Shanghai', path: [] };
const verdict = caseAction('verdict', {
  ...{ primary: true, needs: ['to', 'amount', 'liable', 'reason'], to: ['REFUNDING', 'CLOSED'], maxAmount: 18_900 },
});
const row = (id: string, code: string) => caseRow({ id, code, state: 'DISPUTED', allowedActions: [verdict] });
const said = (seq: number, actorKind: string, reason: string) => ({
  ...{ id: `e${String(seq)}`, seq, at: '2026-03-13T06:05:00Z', actorKind, actorName: '王芳', verb: 'reject' },
  ...{ from: 'APPLIED', to: 'REJECTED', reason, oldDeadline: null, newDeadline: null },
});

const detail = (id: string, code: string) => ({
  ...row(id, code),
  ...{
    stateCode: null,
    umbrella: 'inProgress',
    isTerminal: false,
    outcome: null,
    endedAt: null,
    cost: 1200,
    returnAddress: null,
  },
  order: { id: 'o1', code: 'O1', paidAt: null, deliveredAt: null, channel: 'express', node: { id: 's1', name: '江宁店' } },
  liability: { party: 'carrier', rule: 'lost', assumed: true },
  ...{
    proposal: null,
    pickup: null,
    checklist: [],
    photoKinds: [],
    photos: [],
    shipments: [],
    refunds: [],
    rules: [],
    script: [],
  },
  events: [said(1, 'staff', '没有质量问题'), said(2, 'buyer', '袖口开线')],
});

it('shows what each side said, and a verdict says what follows; then comes the next', async () => {
  const restore = pretendWide();
  let rows = [row('c1', '8841'), row('c2', '8842')];
  const { user, api } = renderPage(<DisputesPage />, {
    url: '/disputes',
    answers: {
      Queue: () => ({ cases: { nextCursor: null, total: rows.length, items: rows } }),
      Case: ({ id }: { id: string }) => ({ case: detail(id, id === 'c1' ? '8841' : '8842') }),
      ScopeNode: { orgNode: store },
      ZoneOfNode: { orgNode: store },
      CaseColleagues: ({ id }: { id: string }) => ({ case: { id, colleagues: [] } }),
      Verdict: () => {
        rows = rows.slice(1);
        return { verdict: { id: 'c1' } };
      },
    },
  });
  const buyer = await screen.findByRole('region', { name: '买家' });
  expect(buyer).toHaveTextContent('袖口开线');
  expect(screen.getByRole('region', { name: '门店与平台' })).toHaveTextContent('没有质量问题');
  expect(screen.getByText('快递公司（推定）')).toBeInTheDocument();

  await user.keyboard('v');
  const dialog = screen.getByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /原因/ }), '照片为证');
  await user.click(within(dialog).getByRole('button', { name: '判定退款 ¥189.00' }));
  expect(await screen.findByRole('heading', { name: /8842/ })).toBeInTheDocument();
  expect(api.sent('Verdict')[0]?.variables).toMatchObject({ id: 'c1', to: 'REFUNDING', amount: 18_900, reason: '照片为证' });
  restore();
});
