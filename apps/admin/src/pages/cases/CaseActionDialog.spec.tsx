import { screen } from '@testing-library/react';
import { ZoneOf } from '../../shared/node';
import { caseAction, caseRow } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { CaseActionDialog } from './CaseActionDialog';
import type { CaseAction } from './documents';

const TOKYO = { ZoneOfNode: { orgNode: { id: 's1', timeZone: 'Asia/Tokyo' } } };
const parcels = [{ id: 'p1', carrier: '顺丰', tracking: 'SF1' }];

const open = (action: CaseAction, answers: object = {}) =>
  renderPage(
    <ZoneOf nodeId="s1">
      <CaseActionDialog item={caseRow()} action={action} parcels={parcels} onClose={() => undefined} />
    </ZoneOf>,
    { answers: { ...TOKYO, ...answers } },
  );

describe('a later deadline', () => {
  it('is typed by the clock of the branch, whose zone is named', async () => {
    const { user, api } = open(caseAction('extend', { needs: ['until', 'reason'] }), { Extend: { extend: { id: 'c1' } } });
    expect(await screen.findByText('按日本标准时间填写。')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: /延到/ }), '2026-03-20');
    await user.type(screen.getByRole('textbox', { name: /原因/ }), '等配件');
    expect(screen.getByRole('button', { name: '延期' })).toBeDisabled();
    await user.type(screen.getByLabelText(/时刻/), '18:00');
    await user.click(screen.getByRole('button', { name: '延期' }));
    expect(api.sent('Extend').map(({ variables }) => variables['until'])).toEqual(['2026-03-20T09:00:00.000Z']);
  });
});
