import { screen, waitFor } from '@testing-library/react';
import { violationsIn } from '../../../testing/axe';
import { refused, type Answers } from '../../../testing/api';
import { renderPage } from '../../../testing/render';
import { viewer } from '../../../testing/viewer';
import { MonthClosePage } from './MonthClosePage';

const check = (name: string, count: number, blocks = true) => ({ check: name, count, blocks });

const monthClose = (over: number, unpaid = 0) => ({
  monthClose: {
    next: { period: '2026-03', overAt: '2026-03-31T16:00:00Z', entries: 1_204 },
    checks: [check('monthOver', over), check('entriesBalance', 0), check('totalsTie', 0), check('payoutsSettled', unpaid, false)],
    closed: [{ period: '2026-02', closedAt: '2026-03-02T02:00:00Z', personName: '王芳', entries: 981 }],
  },
});

const open = (answers: Answers, locale: 'zh' | 'en' = 'zh') =>
  renderPage(<MonthClosePage />, {
    locale,
    answers,
    viewer: viewer({ permissions: ['money.read', 'money.close'] }),
  });

describe('the month close', () => {
  it('closes in two steps, and says first what never changes again', async () => {
    const { user, api } = open({ MonthClose: monthClose(0, 3), CloseMonth: { closeMonth: { period: '2026-03' } } });
    expect(await screen.findByText(/3 笔退款尚未付清，不影响结账/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '查看退款' })).toHaveAttribute('href', '/queue?view=refunding');
    await user.click(screen.getByRole('button', { name: '结账 2026年3月' }));
    expect(await screen.findByText(/1,204 笔分录从此不再改动/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '结账 2026年3月' }));
    await waitFor(() => expect(api.sent('CloseMonth')[0]?.variables).toEqual({ period: '2026-03' }));
  });

  it('says what stands in the way, and offers no button', async () => {
    const { container } = open({ MonthClose: monthClose(1) }, 'en');
    expect(await screen.findByText(/can be closed from then on/)).toBeInTheDocument();
    expect(screen.getByText('Every entry balances')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Close/ })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Feb 2026' })).toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('keeps the dialog and the reason where somebody else was faster', async () => {
    const { user } = open({ MonthClose: monthClose(0), CloseMonth: refused('PERIOD_CLOSED', { allowed: '2026-04' }) });
    await user.click(await screen.findByRole('button', { name: '结账 2026年3月' }));
    const buttons = await screen.findAllByRole('button', { name: '结账 2026年3月' });
    await user.click(buttons.at(-1)!);
    expect(await screen.findByText(/这个月已结账，不再改动/)).toBeInTheDocument();
  });

  it('has nothing to close where no open month has entries', async () => {
    open({ MonthClose: { monthClose: { next: null, checks: [], closed: [] } } });
    expect(await screen.findByText('没有待结账的月份')).toBeInTheDocument();
    expect(screen.getByText('还没有已结账的月份')).toBeInTheDocument();
  });
});
