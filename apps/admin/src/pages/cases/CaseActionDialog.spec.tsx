import { screen } from '@testing-library/react';
import { ZoneOf } from '../../shared/node';
import { caseAction, caseRow } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { CaseActionDialog } from './CaseActionDialog';
import type { CaseAction } from './documents';

const TOKYO = { ZoneOfNode: { orgNode: { id: 's1', timeZone: 'Asia/Tokyo' } } };
const parcels = { case: { id: 'c1', shipments: [{ id: 'p1', carrier: '顺丰', tracking: 'SF1' }] } };

const open = (action: CaseAction, answers: object = {}) =>
  renderPage(
    <ZoneOf nodeId="s1">
      <CaseActionDialog item={caseRow()} action={action} onClose={() => undefined} />
    </ZoneOf>,
    { answers: { ...TOKYO, CaseParcels: parcels, ...answers } },
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

describe('what a carrier reports', () => {
  const recordTracking = caseAction('recordTracking', { needs: ['shipmentId', 'kind', 'at', 'note'] });
  const answers = { RecordTracking: { recordTracking: { id: 'c1' } } };
  const confirm = () => screen.getByRole('button', { name: '登记物流' });
  const told = (api: ReturnType<typeof open>['api']) => api.sent('RecordTracking').map(({ variables }) => variables);

  it('has happened now unless a time is given', async () => {
    const { user, api } = open(recordTracking, answers);
    expect(await screen.findByText('顺丰 SF1')).toBeInTheDocument();
    await user.click(confirm());
    expect(told(api)).toEqual([{ shipmentId: 'p1', kind: 'delivered', at: null, note: null }]);
  });

  it('is recorded with the time at which it happened, by the clock of the branch', async () => {
    const { user, api } = open(recordTracking, answers);
    await screen.findByText('顺丰 SF1');
    expect(screen.getByText('不填为现在。')).toBeInTheDocument();
    expect(await screen.findByText('按日本标准时间填写。')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: '发生时间' }), '2026-03-12');
    expect(confirm()).toBeDisabled();
    await user.type(screen.getByLabelText('时刻'), '09:30');
    await user.click(confirm());
    expect(told(api)).toMatchObject([{ at: '2026-03-12T00:30:00.000Z' }]);
  });

  it('has not happened yet at a time to come', async () => {
    const { user } = open(recordTracking, answers);
    await screen.findByText('顺丰 SF1');
    await user.type(screen.getByRole('textbox', { name: '发生时间' }), '2999-01-01');
    await user.type(screen.getByLabelText('时刻'), '09:30');
    expect(screen.getByText('不能晚于现在')).toBeInTheDocument();
    expect(confirm()).toBeDisabled();
  });
});
