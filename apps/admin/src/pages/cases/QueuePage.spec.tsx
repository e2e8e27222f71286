import { screen, within } from '@testing-library/react';
import { caseAction, caseRow } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { pretendPhone } from '../../testing/screen';
import { QueuePage } from './QueuePage';

const steps = ['approve', 'reject'].map((verb) => caseAction(verb, { primary: verb === 'approve', to: ['AWAIT_RETURN'] }));
const store = { id: 's1', name: '江宁店', type: 'store', timeZone: 'Asia/Shanghai', path: [] };

const open = () =>
  renderPage(<QueuePage />, {
    url: '/queue',
    answers: {
      Queue: {
        cases: {
          ...{ nextCursor: null, total: 2 },
          items: [caseRow({ allowedActions: steps }), caseRow({ id: 'c2', code: '8840' })],
        },
      },
      CaseCounts: { caseCounts: { byView: [] } },
      ScopeNode: { orgNode: store },
      ZoneOfNode: { orgNode: store },
      Approve: { approve: { id: 'c1' } },
    },
  });

describe('the queue where it is too narrow for a preview', () => {
  it('offers on each row the first step that the API allows, and takes it in the same dialog', async () => {
    const { user, api } = open();
    await user.click(await screen.findByRole('button', { name: '同意退货 · 8841' }));
    const dialog = screen.getByRole('dialog', { name: '同意退货' });
    expect(dialog).toHaveTextContent('approve的结果');
    await user.click(within(dialog).getByRole('button', { name: '同意退货' }));
    expect(api.sent('Approve').map(({ variables }) => variables)).toEqual([{ id: 'c1', version: 3 }]);
  });

  it('offers none where nothing is allowed', async () => {
    open();
    const row = (await screen.findByText('8840')).closest('tr')!;
    expect(within(row).queryByRole('button')).not.toBeInTheDocument();
  });

  it('does so on the cards of a phone', async () => {
    const restore = pretendPhone();
    open();
    const card = (await screen.findByRole('button', { name: '同意退货 · 8841' })).closest('li')!;
    expect(card).toHaveTextContent('下一步同意退货');
    restore();
  });
});
