import { act, screen, waitFor, within } from '@testing-library/react';
import { refused } from '../../testing/api';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import { DriftPage } from './DriftPage';

const source = { kind: 'default', node: null, policyId: null, policyName: null, versionNumber: null, authorName: null };

const drift = (id: string, name: string, agreedUntil: string | null = null) => ({
  ...{ id, node: { id, name, type: 'store' }, kind: 'returnShippingSubsidy', field: 'enabled', own: true, inherited: false },
  ...{ inheritedSource: source, class: 'customised', since: '2026-03-01T00:00:00Z', agreedUntil, authorName: '李娜' },
  ...{ costThisMonth: 0, ownVersion: 1, allowedActions: ['rules.setOwn'] },
});

const rows = [drift('a', '一店'), drift('b', '二店', '2026-06-30T16:00:00Z'), drift('c', '三店')];

const board = () => ({
  drifts: {
    ...{ items: rows, nextCursor: null, total: rows.length, byClass: [] },
    byField: [{ kind: 'returnShippingSubsidy', field: 'enabled', count: 3 }],
  },
});

const effect =
  (approval: object[]) =>
  ({ nodeId }: { nodeId: string }) => ({
    previewOwnRules: {
      ...{ node: { id: nodeId, name: nodeId, type: 'store' }, dryRun: true, branches: 1, changed: 1, unchanged: 0 },
      ...{ reasons: [], fields: [], problems: [], warnings: [], approval, covers: [], clashes: [] },
    },
  });

const renderDrift = (refuse: string | null = null, approval: object[] = []) =>
  renderPage(<DriftPage />, {
    url: '/drift',
    answers: {
      Drifts: board,
      PolicyKinds: { policyKinds: kinds },
      ScopeNode: { orgNode: hq },
      PreviewInherit: effect(approval),
      CreateChangeSet: { createChangeSet: { id: 'c1', number: 7, version: 1 } },
      SubmitChangeSet: { submitChangeSet: { id: 'c1', number: 7, status: 'inReview', version: 2 } },
      Inherit: ({ nodeId }: { nodeId: string }) =>
        nodeId === refuse ? refused('FORBIDDEN') : { setOwnRules: { ownVersion: 2 } },
    },
  });

describe('the drift board', () => {
  it('marks what was agreed to, and leaves it out when all are chosen', async () => {
    const { user } = renderDrift();
    expect(await screen.findByText(/已批准至/)).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: '选择已显示的全部' }));
    expect(screen.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).checked)).toEqual([false, true, false, true]);
    expect(screen.getByRole('button', { name: '所选 2 项沿用上级' })).toBeInTheDocument();
  });

  it('lets those chosen by x inherit on Enter, each unit in its own step, after telling how many change', async () => {
    const { user, api } = renderDrift();
    await screen.findByText('一店');
    act(() => screen.getAllByRole('row')[1]!.focus());
    await user.keyboard('xjjx{Enter}');
    const dialog = await screen.findByRole('dialog', { name: '2 项沿用上级' });
    await user.click(await within(dialog).findByRole('button', { name: '沿用上级：2 家变化' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(api.sent('Inherit').map(({ variables }) => variables['nodeId'])).toEqual(['a', 'c']);
  });

  it('submits one change set of all that were chosen where an approval is due', async () => {
    const { user, api, address } = renderDrift(null, [{ code: 'branches', value: 50, limit: 40 }]);
    await screen.findByText('一店');
    await user.click(screen.getByRole('checkbox', { name: '选择已显示的全部' }));
    await user.click(screen.getByRole('button', { name: '所选 2 项沿用上级' }));
    await user.click(await screen.findByRole('button', { name: /^提交审批：/u }));
    await waitFor(() => expect(address()).toBe('/changes/c1'));
    const operation = (nodeId: string) => ({ verb: 'setOwn', kind: 'returnShippingSubsidy', nodeId, changes: { enabled: null } });
    const [sent] = api.sent('CreateChangeSet');
    expect(sent?.variables).toMatchObject({ input: { operations: [operation('a'), operation('c')] } });
    expect(api.sent('Inherit')).toEqual([]);
  });

  it('stops at a refusal and keeps the dialog, with where it stands', async () => {
    const { user, api } = renderDrift('a');
    await screen.findByText('一店');
    await user.click(screen.getByRole('checkbox', { name: '选择已显示的全部' }));
    await user.click(screen.getByRole('button', { name: '所选 2 项沿用上级' }));
    const dialog = await screen.findByRole('dialog', { name: '2 项沿用上级' });
    await user.click(await within(dialog).findByRole('button', { name: '沿用上级：2 家变化' }));
    expect(await within(dialog).findByRole('alert')).toBeInTheDocument();
    expect(within(dialog).getByText('处理到：一店')).toBeInTheDocument();
    expect(api.sent('Inherit')).toHaveLength(1);
  });

  it('offers the fields that units set, with how many set them', async () => {
    const { user } = renderDrift();
    await screen.findByText('一店');
    await user.click(screen.getByRole('combobox', { name: '规则项' }));
    expect(await screen.findByRole('option', { name: /（3）$/ })).toBeInTheDocument();
  });
});
