import { screen } from '@testing-library/react';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import { DriftPage } from './DriftPage';

const source = {
  ...{ node: { id: 'east', name: '华东', type: 'region' }, track: 'library', policyName: '三十天', versionNumber: 2 },
  ...{ authorName: '李娜', since: '2026-03-01T00:00:00Z', isDefault: false, rolloutId: null, approval: null },
};

const row = {
  ...{ id: 'r1', node: { id: 'east', name: '华东', type: 'region' }, kind: 'afterSalesRules', field: 'noReasonDays' },
  ...{ wanted: 30, value: 20, by: hq, source },
};

const open = (items: object[]) =>
  renderPage(<DriftPage />, {
    url: '/drift?list=adjusted',
    answers: {
      AdjustedValues: { adjustedValues: { items, nextCursor: null, total: items.length } },
      PolicyKinds: { policyKinds: kinds },
      ScopeNode: { orgNode: hq },
    },
  });

describe('the list of adjusted values', () => {
  it('says what was wanted, what holds, whose bounds did it and who set it', async () => {
    open([row]);
    expect(await screen.findByText(/30 天 → 20 天/u)).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '总部' })).toBeInTheDocument();
    expect(screen.getByText(/三十天 v2/u)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '华东' })).toHaveAttribute(
      'href',
      expect.stringContaining('/effective/east?kind=afterSalesRules&drawer=why'),
    );
  });

  it('says that there are none', async () => {
    open([]);
    expect(await screen.findByText('没有被后来的限定修正的规则项')).toBeInTheDocument();
  });
});
