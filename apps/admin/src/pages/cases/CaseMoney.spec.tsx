import { screen } from '@testing-library/react';
import { caseAction, caseRow } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { CaseMoney } from './CaseMoney';
import type { CaseDetail } from './documents';

const detail = (change: object) =>
  ({
    ...caseRow(),
    freight: {
      payer: 'buyer',
      merchantBps: 0,
      coveredAtMost: null,
      subsidy: null,
      fault: null,
      overCap: null,
      buyer: null,
      trace: [],
    },
    ...{ cost: null, goodsLoss: null, goodsLossAssumed: false, recovery: null, canOpenClaim: false },
    refunds: [],
    ...change,
  }) as unknown as CaseDetail;
const open = (change: object) => renderPage(<CaseMoney item={detail(change)} />, {});
const deadline = (cost: number | null) => ({
  at: '2026-03-14T20:50:00Z',
  cost,
  outcomeText: { zh: '超时自动同意', en: 'Approved' },
});
const valueOf = (term: RegExp) => screen.getByText(term).nextElementSibling;

it('says what is refunded if one acts, and if nobody does', () => {
  const approve = caseAction('approve', { primary: true, to: ['REFUNDING'], refund: 18_900 });
  open({ type: 'RO', allowedActions: [approve], deadline: deadline(18_900) });
  expect(valueOf(/^现在同意退款$/)).toHaveTextContent('退款 ¥189.00');
  expect(valueOf(/^无人处理/)).toHaveTextContent('退款 ¥189.00');
});

it('says that money waits for the goods', () => {
  open({ allowedActions: [caseAction('approve', { primary: true, to: ['AWAIT_RETURN'] })], deadline: deadline(null) });
  expect(valueOf(/^现在同意退货$/)).toHaveTextContent('暂不退款');
  expect(valueOf(/^无人处理/)).toHaveTextContent('暂不退款');
});

it('says nothing of a verdict whose amount is typed, nor of a refund that was decided', () => {
  const verdict = caseAction('verdict', { primary: true, to: ['REFUNDING', 'CLOSED'] });
  const { unmount } = open({ state: 'DISPUTED', allowedActions: [verdict], deadline: deadline(18_900) });
  expect(screen.queryByText(/^现在/)).not.toBeInTheDocument();
  expect(valueOf(/^无人处理/)).toHaveTextContent('退款 ¥189.00');
  unmount();
  open({ state: 'REFUNDING', allowedActions: [], deadline: deadline(null) });
  expect(screen.queryByText(/^无人处理/)).not.toBeInTheDocument();
});
