import { screen } from '@testing-library/react';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import { ExemptionsPage } from './ExemptionsPage';

const row = {
  ...{
    id: 'x1',
    kind: 'afterSalesRules',
    node: { id: 's1', name: '徐汇店', type: 'store' },
    ancestor: hq,
    fields: ['noReasonDays'],
  },
  ...{ from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z', reason: '开业', authorName: '张敏', state: 'live' },
  ...{ daysLeft: null, allowedActions: [] },
};

const open = (items: object[]) =>
  renderPage(<ExemptionsPage />, {
    url: '/exemptions',
    answers: {
      Exemptions: { exemptions: { items, nextCursor: null, total: items.length } },
      PolicyKinds: { policyKinds: kinds },
    },
  });

describe('the list of exemptions', () => {
  it('says in a chip that wants an act how many days are left of one that ends soon', async () => {
    open([{ ...row, daysLeft: 3 }]);
    expect((await screen.findByText('剩 3 天')).closest('[data-tone]')).toHaveAttribute('data-tone', 'act');
    expect(screen.getByText('豁免中')).toBeInTheDocument();
  });

  it('says nothing of the days of one that goes on', async () => {
    open([row]);
    expect(await screen.findByText('豁免中')).toBeInTheDocument();
    expect(screen.queryByText(/^剩/u)).not.toBeInTheDocument();
  });
});
