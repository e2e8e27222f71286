import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { HomePage } from './HomePage';

const quiet = {
  ...{
    changesWaiting: 0,
    jobsOpen: 0,
    rolloutsPaused: 0,
    budgetsUndecided: 0,
    appeals: [],
    branches: 9,
    branchesOn: 8,
    branchesSuspended: 0,
    openCases: 3,
  },
  ...{
    overdueCases: 0,
    disputes: 0,
    disputesLate: 0,
    drifts: 2,
    valuesAdjusted: 0,
    exemptionsEnding: 0,
    acknowledgementsOverdue: 0,
    costThisMonth: 100,
  },
  ...{
    costSameDays: { days: 10, cost: 100, before: 100 },
    budget: null,
    topStores: [],
    storesIn: { month: '2026-03' },
    reviewsDue: [],
    upcoming: [],
    nextChange: null,
  },
};

const open = (home: object, { url = '/', acts = 0 } = {}) =>
  renderPage(<HomePage />, {
    url,
    answers: {
      ScopeNode: { orgNode: { id: 'east', name: '华东', type: 'region', timeZone: 'Asia/Shanghai', path: [] } },
      Home: { policyReviews: { total: acts }, changeSets: { items: [] }, home: { ...quiet, ...home } },
    },
  });

describe('the landing page of HQ', () => {
  it('begins with what needs one: the first as the one filled button, the others as links', async () => {
    open({ rolloutsPaused: 1, budgetsUndecided: 3, jobsOpen: 2, disputes: 4, disputesLate: 1 });
    const first = await screen.findByRole('link', { name: '1 个分批上线已暂停，等待恢复或取消' });
    expect(first).toHaveAttribute('href', '/rollouts?list=paused');
    expect(document.querySelectorAll('.MuiButton-contained')).toHaveLength(1);
    expect(first).toHaveClass('MuiButton-contained');
    expect(screen.getByRole('link', { name: '3 项预算已用尽，待决定' })).toHaveAttribute(
      'href',
      '/money/budgets?state=undecided',
    );
    expect(screen.getByRole('link', { name: '2 个批量任务执行中或部分失败' })).toHaveAttribute('href', '/jobs?list=open');
    expect(screen.getByRole('link', { name: '1 个售后单的平台判定已迟' })).toHaveAttribute('href', '/queue?view=disputeLate');
    expect(screen.getByRole('heading', { name: '运行情况' })).toBeInTheDocument();
  });

  it('holds the cost against the budget, where one is set', async () => {
    open({ budget: { id: 'b1', amount: 1_000_000, remaining: -2_000, currency: 'CNY' } });
    const link = await screen.findByRole('link', { name: '退货包运费预算 ¥10,000.00，余额 −¥20.00' });
    expect(link).toHaveAttribute('href', '/money/budgets?drawer=budget%3Ab1');
  });

  it('opens the acts that wait for a look by the viewer as the list of just these', async () => {
    open({}, { acts: 2 });
    const acts = await screen.findByRole('link', { name: '2 项已立即生效的操作等待复核' });
    expect(acts).toHaveAttribute('href', '/changes?status=mine');
  });

  it('counts in the scope that its links keep', async () => {
    const { api } = open({ drifts: 7 }, { url: '/?scope=east' });
    expect(await screen.findByRole('link', { name: '7' })).toHaveAttribute('href', '/drift?scope=east');
    expect(await screen.findByText('华东', { exact: false })).toBeInTheDocument();
    expect(api.sent('Home')[0]?.variables).toEqual({ within: 'east' });
  });

  it('asks for all that the viewer reaches where no unit was chosen', async () => {
    const { api } = open({});
    expect(await screen.findByText('没有待处理事项')).toBeInTheDocument();
    expect(api.sent('Home')[0]?.variables).toEqual({ within: null });
  });
});
