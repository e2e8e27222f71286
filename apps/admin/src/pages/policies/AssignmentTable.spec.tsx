import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { AssignmentTable } from './AssignmentTable';

const assignment = (n: number) => ({
  ...{ id: `a${String(n)}`, node: { id: `n${String(n)}`, name: `${String(n)} 店`, type: 'store' }, policyName: '标准版' },
  ...{ versionNumber: 2, from: '2026-01-01T00:00:00Z', to: null, cancelled: false, holds: true, correction: false },
  ...{ rolloutId: null, authorName: '张敏', reason: null, approval: null },
});

describe('the assignments of a policy', () => {
  it('come by pages, with how many there are in all, and more when asked', async () => {
    const { user, api } = renderPage(
      <AssignmentTable policy={{ id: 'p1', kind: 'afterSalesRules' }} number={2} onChanged={() => undefined} />,
      {
        answers: {
          PolicyAssignments: ({ page }: { page: { after: string | null } }) => ({
            policyAssignments: page.after
              ? { items: [assignment(2)], nextCursor: null, total: 10_000 }
              : { items: [assignment(1)], nextCursor: 'next', total: 10_000 },
          }),
        },
      },
    );
    expect(await screen.findByText('1 店')).toBeInTheDocument();
    expect(screen.getByText(/10,000/u)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /更多/u }));
    await waitFor(() => expect(screen.getByText('2 店')).toBeInTheDocument());
    expect(api.sent('PolicyAssignments').map(({ variables }) => variables)).toEqual([
      { policyId: 'p1', number: 2, page: { first: 25, after: null } },
      { policyId: 'p1', number: 2, page: { first: 25, after: 'next' } },
    ]);
  });

  it('say that there are none', async () => {
    renderPage(<AssignmentTable policy={{ id: 'p1', kind: 'afterSalesRules' }} onChanged={() => undefined} />, {
      answers: { PolicyAssignments: { policyAssignments: { items: [], nextCursor: null, total: 0 } } },
    });
    expect(await screen.findByText('还没有下发过')).toBeInTheDocument();
  });
});
