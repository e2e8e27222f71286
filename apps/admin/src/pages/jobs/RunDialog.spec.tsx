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

const dialog = { eligible: 3, ineligible: 2, onClose: () => undefined };

const open = (more: Partial<SelectionInput> = {}, answers: Answers = { StartJob: { startJob: job } }, reviewed = false) =>
  renderPage(<RunDialog {...{ ...dialog, reviewed }} selection={{ ...selection, ...more }} />, {
    url: '/coverage/select',
    path: '/coverage/select',
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

  it('submits a change set of the same branches by the same button where somebody else has to approve', async () => {
    const answers = {
      DraftSelection: { draftSelection: { id: 'c1', number: 7, version: 1 } },
      SubmitChangeSet: { submitChangeSet: { id: 'c1', number: 7, status: 'inReview', version: 2 } },
    };
    const { user, api, address } = open({ action: 'turnOn' }, answers, true);
    expect(screen.getByRole('dialog', { name: '开通 3 家分店' })).toHaveTextContent('批准后，3 家一起生效，2 家不变');
    await user.type(screen.getByRole('textbox', { name: /说明/ }), '换季');
    await user.click(screen.getByRole('button', { name: '提交审批：开通 3 家分店' }));
    await waitFor(() => expect(address()).toBe('/changes/c1'));
    const input = { selection: { ...selection, action: 'turnOn' }, eligible: 3, notes: '换季' };
    expect(api.sent('DraftSelection')[0]?.variables).toMatchObject({ input });
    expect(api.sent('SubmitChangeSet')[0]?.variables).toEqual({ id: 'c1', version: 1 });
    expect(api.sent('StartJob')).toEqual([]);
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
