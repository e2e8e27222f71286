import { screen, waitFor, within } from '@testing-library/react';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { AcknowledgeBand } from './AcknowledgeBand';

const shop = { id: 's1', name: '江宁店', type: 'store' } as const;
const byHq = { node: null, track: null, policyName: null, versionNumber: null, authorName: null, since: null, isDefault: true };
const change = (field: string, before: unknown, after: unknown) => ({
  ...{ kind: 'afterSalesRules', field, before, after, effect: 'kinder', beforeSource: byHq, afterSource: byHq },
});
const waiting = {
  ...{ id: 'a1 s1', assignmentId: 'a1', kind: 'afterSalesRules', policyName: '标准版', versionNumber: 3, node: shop },
  ...{ from: '2126-03-01T00:00:00.000Z', dueAt: '2126-03-04T00:00:00.000Z', inForce: false, state: 'delivered', overdue: false },
  changes: [change('selfServiceDays', 15, 20), change('respondHours', 48, 24)],
};

const open = (items: object[], role = 'storeManager', nodeId?: string) =>
  renderPage(<AcknowledgeBand {...(nodeId !== undefined && { nodeId })} />, {
    viewer: viewer({ grants: [{ id: 'g1', role, node: shop }] } as never),
    answers: {
      MyAcknowledgements: { myAcknowledgements: { total: items.length, nextCursor: null, items } },
      ZoneOfNode: { orgNode: { id: 's1', timeZone: 'Asia/Shanghai' } },
      PolicyKinds: { policyKinds: kinds },
      SeeAcknowledgement: { seeAcknowledgement: 1 },
      AcceptAcknowledgement: { acceptAcknowledgement: 1 },
    },
  });

describe('the band of new rules', () => {
  it('says what changes at the branch in shop people’s words, and by when it is to be accepted', async () => {
    open([waiting, { ...waiting, id: 'a2 s1', assignmentId: 'a2' }]);
    expect(await screen.findByText('自助售后期：15 天 → 20 天')).toBeVisible();
    expect(screen.getByText('商家处理时限：48 小时 → 24 小时')).toBeVisible();
    expect(screen.getByText(/3月1日 周五 08:00.*生效，.*3月4日 周一 08:00.*前确认/)).toBeVisible();
    expect(screen.getByRole('link', { name: '还有 1 条待确认' })).toHaveAttribute(
      'href',
      expect.stringContaining('/acknowledgements'),
    );
  });

  it('tells that it was seen when it is opened, and that it was accepted when that is confirmed', async () => {
    const { user, api } = open([waiting]);
    const button = await screen.findByRole('button', { name: '确认已阅 · 标准版 v3' });
    expect(api.sent('SeeAcknowledgement')).toEqual([]);
    await user.click(button);
    const dialog = screen.getByRole('dialog', { name: '确认已阅：标准版 v3' });
    expect(dialog).toHaveTextContent('对买家更宽松（2）');
    const mine = { assignmentId: 'a1', nodeIds: ['s1'] };
    await waitFor(() => expect(api.sent('SeeAcknowledgement').map(({ variables }) => variables)).toEqual([mine]));
    expect(api.sent('AcceptAcknowledgement')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: '确认已阅' }));
    expect(api.sent('AcceptAcknowledgement').map(({ variables }) => variables)).toEqual([mine]);
  });

  it('is not there for other units than the one looked at, nor for whoever manages none', async () => {
    const other = open([waiting], 'storeManager', 's2');
    await waitFor(() => expect(other.api.sent('MyAcknowledgements')).toHaveLength(1));
    expect(screen.queryByText('新规则待确认')).not.toBeInTheDocument();
    other.unmount();
    const { api } = open([waiting], 'operator');
    expect(screen.queryByText('新规则待确认')).not.toBeInTheDocument();
    expect(api.sent('MyAcknowledgements')).toEqual([]);
  });
});
