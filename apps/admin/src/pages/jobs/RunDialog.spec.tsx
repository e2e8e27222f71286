import { screen, waitFor } from '@testing-library/react';
import { refused, type Answers } from '../../testing/api';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import type { SelectionInput } from './documents';
import { RunDialog } from './RunDialog';

const selection: SelectionInput = { action: 'suspend', within: 'hq', list: '江宁店' };
const job = {
  ...{ id: 'j1', action: 'suspend', kind: 'returnShippingSubsidy', personName: '张敏', reason: '整改', node: hq },
  ...{ createdAt: '2026-11-28T01:00:00Z', finishedAt: null, total: 3, done: 0, unchanged: 0, failed: 0, waiting: 3 },
  allowedActions: [],
};

const open = (more: Partial<SelectionInput> = {}, answers: Answers = { StartJob: { startJob: job } }) =>
  renderPage(<RunDialog selection={{ ...selection, ...more }} eligible={3} ineligible={2} onClose={() => undefined} />, {
    url: '/coverage/select',
    answers: { ScopeNode: { orgNode: null }, ...answers },
  });

describe('beginning a job (P5)', () => {
  it('names how many are acted on and how many are left, and asks why where a service is suspended', async () => {
    const { user, api, address } = open();
    expect(screen.getByRole('dialog', { name: '暂停 3 家分店' })).toHaveTextContent('2 家不变');
    const run = screen.getByRole('button', { name: '暂停 3 家分店' });
    expect(run).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: '原因' }), '整改');
    await user.click(run);
    const [sent] = api.sent('StartJob');
    expect(sent?.variables).toMatchObject({ input: { selection, eligible: 3, reason: '整改' } });
    await waitFor(() => expect(address()).toBe('/jobs/j1'));
  });

  it('takes no reason where none is asked, and says so with none', async () => {
    const { user, api } = open({ action: 'turnOn' });
    await user.click(screen.getByRole('button', { name: '开通 3 家分店' }));
    expect(api.sent('StartJob')[0]?.variables).toMatchObject({ input: { reason: null } });
  });

  it('begins the same job where it is asked again after a failure, and says what failed', async () => {
    const { user, api } = open({ action: 'turnOn' }, { StartJob: refused('SELECTION_MOVED', { details: { seen: 3, now: 2 } }) });
    const run = screen.getByRole('button', { name: '开通 3 家分店' });
    await user.click(run);
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    await user.click(run);
    const keys = api.sent('StartJob').map(({ variables }) => (variables['input'] as { key: string }).key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});
