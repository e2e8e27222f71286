import { screen, within } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { hq, viewer } from '../../testing/viewer';
import { PoliciesPage } from './PoliciesPage';

const line = {
  ...{ id: 'p1', kind: 'returnShippingSubsidy', name: '标准版', owner: hq, usedAt: 10_000, scheduled: 3 },
  ...{ versions: [{ id: 'v1', number: 1, status: 'published' }] },
  nextScheduled: { id: 'a1', node: { id: 'east', name: '华东' }, from: '2026-12-01T00:00:00Z' },
};

const template = {
  ...{ kind: 'returnShippingSubsidy', industry: 'apparel', label: { zh: '服饰', en: 'Apparel' } },
  notes: { zh: '尺码不合适的多', en: 'Sizes' },
};

const renderPolicies = (items: object[], url = '/policies') =>
  renderPage(<PoliciesPage />, {
    url,
    viewer: viewer({ permissions: ['policy.read', 'policy.create'] }),
    answers: {
      Policies: { policies: { items, nextCursor: null, total: items.length } },
      PolicyTemplates: { policyTemplates: [template] },
    },
  });

describe('the policy library', () => {
  it('counts where a policy is used and what is scheduled, and names the soonest alone', async () => {
    renderPolicies([line]);
    expect(await screen.findByText(/华东 等 3 项/u)).toBeInTheDocument();
    expect(screen.getByText(/10,000/u)).toBeInTheDocument();
  });

  it('offers, while it is empty, the templates to start from; one opens the dialog with it', async () => {
    const { user } = renderPolicies([]);
    await user.click(await screen.findByRole('button', { name: '退货包运费 · 服饰' }));
    const dialog = await screen.findByRole('dialog', { name: '新建方案' });
    expect(within(dialog).getByText('尺码不合适的多')).toBeInTheDocument();
  });

  it('offers none where filters leave nothing', async () => {
    renderPolicies([], '/policies?search=x');
    expect(await screen.findByRole('button', { name: '清除筛选' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '退货包运费 · 服饰' })).not.toBeInTheDocument();
  });
});
