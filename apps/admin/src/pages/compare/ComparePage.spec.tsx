import { screen, waitFor } from '@testing-library/react';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { ComparePage } from './ComparePage';

const reader = viewer({ permissions: ['rules.read', 'policy.read'] });
const owner = { id: 'hq', name: '总部' };
const version = (number: number) => ({ id: `v${String(number)}`, number, status: 'published', allowedActions: [] });

const answers = {
  PolicyKinds: { policyKinds: kinds },
  ScopeNode: { orgNode: null },
  Assignable: {
    policies: {
      items: [
        { id: 'p1', name: '标准版', owner, versions: [version(2), version(1)] },
        { id: 'p2', name: '旗舰版', owner, versions: [version(1)] },
      ],
    },
  },
  CompareVersions: {
    compareVersions: [{ field: 'selfServiceDays', before: { set: 15 }, after: { set: 30 }, effect: 'kinder' }],
  },
};

describe('comparing any two versions', () => {
  it('of two policies of a kind says what they differ in, and the address names both', async () => {
    const url = '/compare?mode=versions&kind=afterSalesRules&from=p1.2';
    const { user, api, address } = renderPage(<ComparePage />, { url, answers, viewer: reader });
    await user.click(await screen.findByRole('combobox', { name: '到' }));
    await user.click(screen.getByRole('option', { name: /旗舰版 v1/ }));
    expect(await screen.findByText('自助售后期：15 天 → 30 天')).toBeInTheDocument();
    expect(api.sent('CompareVersions').at(-1)?.variables).toEqual({
      from: { policyId: 'p1', number: 2 },
      to: { policyId: 'p2', number: 1 },
    });
    expect(address()).toContain('to=p2.1');
    await user.click(screen.getByRole('button', { name: '左右互换' }));
    await waitFor(() => expect(address()).toContain('from=p2.1&to=p1.2'));
  });

  it('asks for two of them, and for two that differ', async () => {
    renderPage(<ComparePage />, {
      url: '/compare?mode=versions&kind=afterSalesRules&from=p1.2&to=p1.2',
      answers,
      viewer: reader,
    });
    expect(await screen.findByText('两边是同一个版本：换一个再对比。')).toBeInTheDocument();
  });
});
