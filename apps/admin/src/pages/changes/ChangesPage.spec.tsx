import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import { ChangesPage } from './ChangesPage';

const act = { id: 'r1', kind: 'returnShippingSubsidy', node: hq, act: 'suspend', reason: '费用异常', authorName: '李娜' };
const review = { ...act, at: '2026-03-10T02:12:00Z', allowedActions: ['changeSet.approve'] };

const open = (url: string) =>
  renderPage(<ChangesPage />, {
    ...{ url, path: '/changes' },
    answers: {
      ScopeNode: { orgNode: { ...hq, timeZone: 'Asia/Shanghai', path: [] } },
      PolicyReviews: { policyReviews: { total: 1, items: [review] } },
      ChangeSets: { changeSets: { total: 0, nextCursor: null, items: [] } },
    },
  });

describe('the list of change sets', () => {
  it('shows above it what acted at once and nobody else has looked at yet', async () => {
    const { api } = open('/changes');
    expect(await screen.findByRole('heading', { name: '事后复核（1）' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '复核通过 · 总部' })).toBeInTheDocument();
    expect(api.sent('PolicyReviews')[0]?.variables).toMatchObject({ mine: false });
  });

  it('holds of both only what waits for the viewer where he asks for that', async () => {
    const { api } = open('/changes?status=mine');
    await screen.findByRole('heading', { name: '事后复核（1）' });
    expect(api.sent('PolicyReviews')[0]?.variables).toMatchObject({ mine: true });
    expect(api.sent('ChangeSets')[0]?.variables).toMatchObject({ filter: { mine: true } });
  });
});
