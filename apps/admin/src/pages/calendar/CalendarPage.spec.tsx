import { screen, within } from '@testing-library/react';
import type { Answers } from '../../testing/api';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { CalendarPage } from './CalendarPage';

const DAY = 24 * 3_600_000;
const [soon, later] = [Date.now() + 2 * DAY, Date.now() + 40 * DAY].map((at) => new Date(at).toISOString()) as [string, string];

const clash = {
  ...{ kind: 'afterSalesRules', changeSet: null, recalculate: false },
  assignment: { id: 'a2', policyName: '华东标准', versionNumber: 2, track: 'library' },
  ...{ fields: ['selfServiceDays'], from: soon, to: later, covered: false },
};
const entry = (id: string, unit: string, at: string, change: object = {}) => ({
  ...{ id: `${id} begins`, factId: id, at, from: at, to: null, fact: 'assignment', event: 'begins', kind: 'afterSalesRules' },
  ...{ node: { id: unit, name: unit, type: 'region' }, parent: null, changeSetId: null, policyId: 'p', policyName: '全国标准' },
  ...{ versionNumber: 3, fields: [], authorName: '李娜', reason: null, allowedActions: ['rules.reschedule'], clashes: [] },
  ...change,
});
const ofFields = { fields: ['selfServiceDays', 'noReasonDays'] };
const entries = [
  entry('a1', '华东', soon, { clashes: [clash], fields: ['selfServiceDays'] }),
  entry('a3', '华北', later, ofFields),
  entry('s1', '华南', later, { fact: 'suspension', kind: 'returnShippingSubsidy', policyId: null, policyName: null }),
];

const answers: Answers = {
  ScopeNode: { orgNode: null },
  PolicyKinds: { policyKinds: kinds },
  Calendar: { calendar: { total: 3, nextCursor: null, items: entries } },
  CalendarDays: { calendarDays: [soon, later].map((at, index) => ({ day: at.slice(0, 10), entries: index + 1 })) },
};
const open = (url = '/calendar') =>
  renderPage(<CalendarPage />, { url, viewer: viewer({ permissions: ['rules.read'] }), answers });

describe('the calendar', () => {
  it('says which two touch the same fields, which of them holds, and until when', async () => {
    open();
    const clashes = await screen.findByRole('list', { name: '同时有其他排期，涉及相同的规则项' });
    expect(clashes).toHaveTextContent('优先于这次：华东标准 v2');
  });

  it('opens the list of a day by its count, and all days again', async () => {
    const { user, api } = open();
    const days = await screen.findAllByRole('button', { name: /：[12] 项$/u });
    expect(days).toHaveLength(2);
    await user.click(days[1] as HTMLElement);
    expect(days[1]).toHaveAttribute('aria-pressed', 'true');
    const { filter } = (api.sent('Calendar').at(-1)?.variables ?? {}) as { filter: { from: string; to: string } };
    expect(filter.from <= later && later < filter.to).toBe(true);
    expect(Date.parse(filter.to) - Date.parse(filter.from)).toBeLessThanOrEqual(DAY);
    await user.click(screen.getByRole('button', { name: '查看全部日期' }));
    expect(days[1]).toHaveAttribute('aria-pressed', 'false');
  });

  it('shows a lane per unit, and in it what the list says', async () => {
    const { user } = open('/calendar?view=lanes');
    const lane = await screen.findByRole('list', { name: '华东' });
    expect(screen.getByRole('list', { name: '华北' })).toBeInTheDocument();
    await user.click(within(lane).getByRole('button', { name: /在华东生效/u }));
    expect(await screen.findByRole('button', { name: /^改期 · /u })).toBeInTheDocument();
    expect(screen.getByRole('list', { name: '同时有其他排期，涉及相同的规则项' })).toBeInTheDocument();
  });

  it('shows a lane per field instead, with all that speaks of it, whichever the unit', async () => {
    const { user, address } = open('/calendar?view=lanes');
    await user.click(await screen.findByRole('button', { name: '按规则项' }));
    expect(address()).toBe('/calendar?view=lanes&by=field');
    await screen.findByRole('list', { name: '自助售后期' });
    const bars = (lane: string) => within(screen.getByRole('list', { name: lane })).getAllByRole('button');
    expect(bars('自助售后期').map((bar) => bar.textContent)).toEqual(['全国标准 v3 在华东生效', '全国标准 v3 在华北生效']);
    expect(bars('无理由退货期')).toHaveLength(1);
    expect(bars('退货包运费').map((bar) => bar.textContent)).toEqual(['华南开始暂停服务']);
    await user.click(screen.getByRole('button', { name: '按组织' }));
    expect(await screen.findByRole('list', { name: '华北' })).toBeInTheDocument();
  });
});
