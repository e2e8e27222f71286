import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { hq, viewer } from '../../testing/viewer';
import { renderPage } from '../../testing/render';
import { JobPage } from './JobPage';
import { JobsPage } from './JobsPage';
import { SelectPage } from './SelectPage';

const job = {
  ...{ id: 'j1', action: 'assign', kind: 'afterSalesRules', step: null, personName: '张敏', reason: null, node: hq },
  ...{
    createdAt: '2026-11-28T01:00:00Z',
    finishedAt: null,
    total: 900,
    done: 500,
    unchanged: 0,
    changed: 0,
    failed: 0,
    waiting: 400,
  },
  allowedActions: [],
};
const summary = { ...job, status: 'running' };
const row = {
  id: 'r1',
  state: 'done',
  code: null,
  message: null,
  at: null,
  case: null,
  node: { ...hq, id: 's1', name: '江宁店' },
};

/** A job of which a hundred branches more are done at each look. */
const open = (url: string, more: object = {}, of: object = row) => {
  let looks = 0;
  return renderPage(
    <Routes>
      <Route path="/jobs" element={<JobsPage />} />
      <Route path="/jobs/:id" element={<JobPage />} />
    </Routes>,
    {
      url,
      viewer: viewer({ permissions: ['case.read'] }),
      answers: {
        ScopeNode: { orgNode: null },
        Jobs: { jobs: { total: 1, nextCursor: null, items: [summary] } },
        JobRows: { jobRows: { total: 1, nextCursor: null, items: [of] } },
        Job: () => {
          looks += 1;
          return { job: { ...job, ...more, done: 400 + looks * 100, waiting: 500 - looks * 100 } };
        },
      },
    },
  );
};

describe('a job', () => {
  it('is left and found again, the same and further on', async () => {
    const { user, address, api } = open('/jobs/j1');
    expect(await screen.findByRole('progressbar', { name: '已处理 500 / 900' })).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: '批量任务' }));
    expect(address()).toBe('/jobs');
    await user.click(await screen.findByRole('link', { name: '下发' }));
    expect(address()).toBe('/jobs/j1');
    expect(await screen.findByRole('progressbar', { name: /已处理 [6-9]00 \/ 900/u })).toBeInTheDocument();
    expect(new Set(api.sent('Job').map(({ variables }) => variables['id']))).toEqual(new Set(['j1']));
  });

  it('leads to the rules of the kind that it changes', async () => {
    open('/jobs/j1');
    expect(await screen.findByRole('link', { name: '江宁店' })).toHaveAttribute('href', '/effective/s1?kind=afterSalesRules');
  });

  it('of cases says which step, and leads to each case; what was changed meanwhile is told by name', async () => {
    const moved = { ...row, state: 'changed', code: 'STALE_VERSION', case: { id: 'c1', code: 'AS-1' } };
    open('/jobs/j1', { action: 'cases', kind: null, step: 'approve', changed: 1 }, moved);
    expect(await screen.findByRole('heading', { level: 1, name: /同意/u })).toBeInTheDocument();
    expect(screen.getByText(/已跳过 1/u)).toBeInTheDocument();
    expect(screen.queryByText(/无变化/u)).not.toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'AS-1' })).toHaveAttribute('href', '/cases/c1');
  });

  it('is looked for among those that wait for the viewer, in the scope', async () => {
    const { api } = open('/jobs?list=open&scope=east');
    expect(await screen.findByText('执行中')).toBeInTheDocument();
    expect(api.sent('Jobs')[0]?.variables).toMatchObject({ filter: { list: 'open', status: null, within: 'east' } });
  });
});

describe('a selection that needs an approval', () => {
  const open = (eligible: number) => {
    const counts = { eligible, ineligible: 0, problemCount: 0, problems: [], total: 0, nextCursor: null, items: [] };
    renderPage(<SelectPage />, {
      url: '/coverage/select',
      viewer: viewer({ permissions: ['coverage.read', 'coverage.turnOn'] }),
      answers: {
        ScopeNode: { orgNode: null },
        PolicyKinds: { policyKinds: [] },
        PreviewSelection: { previewSelection: { ...counts, approval: [{ code: 'branches', value: eligible, limit: 40 }] } },
      },
    });
  };

  it('is submitted by the same button', async () => {
    open(42);
    expect(await screen.findByText('42 家变化，超过 40 家须审批')).toBeInTheDocument();
    expect(screen.getByText(/提交后成为一张变更单/u)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '提交审批：开通 42 家分店' })).toBeEnabled();
  });

  it('cannot be, where a change set holds fewer branches, and says what to do instead', async () => {
    open(501);
    expect(await screen.findByText(/一张变更单最多 500 家：减少分店，或在退货包运费页对总部整体操作/u)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '提交审批：开通 501 家分店' })).toBeDisabled();
    expect(screen.getByRole('link', { name: '去退货包运费' })).toHaveAttribute('href', '/coverage');
  });
});
