import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { ClosedDaysPage } from './ClosedDaysPage';

const row = { id: 'd1', day: '2999-10-01', name: '国庆节', personName: '张敏', node: { id: 'hq', name: '总部' } };

const open = (permissions: string[]) =>
  renderPage(<ClosedDaysPage />, {
    viewer: viewer({ permissions }),
    answers: {
      ClosedDays: { closedDays: [row] },
      StatutoryHolidays: { statutoryHolidays: [{ day: '2999-10-01', name: '国庆节' }] },
      PreviewClosedDays: { previewClosedDays: { days: 1, cases: 12, hasMore: false } },
      AddClosedDays: { addClosedDays: [{ id: 'd2' }] },
      PreviewRemoveClosedDay: { previewRemoveClosedDay: { cases: 7, hasMore: false } },
      RemoveClosedDay: { removeClosedDay: { id: 'd1' } },
    },
  });

describe('the calendar of closed days', () => {
  it('says how many cases a day would move before it is added, and takes the statutory ones at once', async () => {
    const { user, api } = open(['closedDay.read', 'closedDay.add', 'closedDay.remove']);
    await user.click(await screen.findByRole('button', { name: '登记休息日' }));
    await user.click(await screen.findByRole('button', { name: /法定节假日$/ }));
    expect(await screen.findByText(/新增 1 天，最多 12 张售后单的商家时限顺延/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^在.*登记休息日$/ }));
    await waitFor(() =>
      expect(api.sent('AddClosedDays')[0]?.variables).toMatchObject({ input: { days: [{ day: '2999-10-01', name: '国庆节' }] } }),
    );
  });

  it('is only read without the permission, and removed with a word on how many cases that moves', async () => {
    const { unmount } = open(['closedDay.read']);
    expect(await screen.findByText('2999-10-01')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '移除' })).not.toBeInTheDocument();
    unmount();
    const { user, api } = open(['closedDay.read', 'closedDay.remove']);
    await user.click(await screen.findByRole('button', { name: '移除' }));
    expect(await screen.findByText(/最多 7 张售后单的商家时限提前/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '移除休息日 2999-10-01' }));
    await waitFor(() => expect(api.sent('RemoveClosedDay')).toHaveLength(1));
  });
});
