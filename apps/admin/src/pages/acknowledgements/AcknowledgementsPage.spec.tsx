import { screen, within } from '@testing-library/react';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { AcknowledgementsPage } from './AcknowledgementsPage';

const east = { id: 'east', name: '华东', type: 'region' } as const;
const shop = { id: 's1', name: '徐汇店', type: 'store' } as const;

const rule = {
  ...{ id: 'a1', kind: 'afterSalesRules', policyId: 'p1', policyName: '三十天', versionNumber: 2, node: east },
  ...{
    from: '2026-03-01T00:00:00Z',
    dueAt: '2026-03-04T00:00:00Z',
    inForce: true,
    branches: 8,
    seen: 6,
    accepted: 5,
    overdue: 3,
  },
};

const branch = { id: 's1', node: shop, state: 'seen', overdue: false, seenAt: rule.from, acceptedAt: null, personName: '刘洋' };

const open = (items: object[], branches: object[] = [], url = '/acknowledgements') =>
  renderPage(<AcknowledgementsPage />, {
    url,
    viewer: viewer({ permissions: ['rules.read'] }),
    answers: {
      Acknowledgements: { acknowledgements: { items, nextCursor: null, total: items.length } },
      AcknowledgingBranches: { acknowledgingBranches: { items: branches, nextCursor: null, total: branches.length } },
      MyAcknowledgements: { myAcknowledgements: { items: [], nextCursor: null, total: 0 } },
      PolicyKinds: { policyKinds: kinds },
    },
  });

/** The chip within a row that says something; null where it is said without one. */
const chipIn = async (row: string, text: string) => {
  const found = await screen.findByRole('row', { name: new RegExp(row, 'u') });
  return within(found).getByText(text).closest('[data-tone]');
};

describe('the list of acknowledgements', () => {
  it('counts the branches that are overdue in a chip of trouble, and none as a bare number', async () => {
    open([rule, { ...rule, id: 'a2', node: shop, overdue: 0 }]);
    expect(await chipIn('华东', '3')).toHaveAttribute('data-tone', 'trouble');
    expect(await chipIn('徐汇店', '0')).toBeNull();
  });

  it('marks a branch as overdue whatever it has done, and one in time by what it has done', async () => {
    open(
      [rule],
      [
        { ...branch, overdue: true },
        { ...branch, id: 's2', node: { ...shop, id: 's2', name: '静安店' } },
      ],
      '/acknowledgements?drawer=branches:a1',
    );
    expect(await chipIn('徐汇店', '逾期未确认')).toHaveAttribute('data-tone', 'trouble');
    expect(await chipIn('静安店', '已读')).not.toHaveAttribute('data-tone', 'trouble');
  });
});
