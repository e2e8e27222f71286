import { screen, waitFor, within } from '@testing-library/react';
import { caseAction, caseRow } from '../../testing/cases';
import { renderPage } from '../../testing/render';
import { pretendPhone } from '../../testing/screen';
import { FakeSocket } from '../../testing/socket';
import { QueuePage } from './QueuePage';

const steps = ['approve', 'reject'].map((verb) => caseAction(verb, { primary: verb === 'approve', to: ['AWAIT_RETURN'] }));
const store = { id: 's1', name: '江宁店', type: 'store', timeZone: 'Asia/Shanghai', path: [] };

/** The rows that the API answers with, and how often it was asked. */
let rows = [caseRow({ allowedActions: steps }), caseRow({ id: 'c2', code: '8840' })];
beforeEach(() => {
  rows = [caseRow({ allowedActions: steps }), caseRow({ id: 'c2', code: '8840' })];
});

const quality = {
  ...{
    id: 'v1',
    version: 2,
    name: '质量急单',
    view: 'toDo',
    type: null,
    reasonClass: 'quality',
    dueWithin: 24,
    sort: 'deadline',
  },
  ...{ count: 2000, hasMore: true, allowedActions: ['update', 'remove'], node: null },
};
let saved = [quality];
beforeEach(() => {
  saved = [quality];
});

const open = (url = '/queue', locale: 'zh' | 'en' = 'zh') =>
  renderPage(<QueuePage />, {
    url,
    locale,
    answers: {
      Queue: () => ({ cases: { nextCursor: null, total: rows.length, items: rows } }),
      CaseCounts: { caseCounts: { byView: [] } },
      ScopeNode: { orgNode: store },
      ZoneOfNode: { orgNode: store },
      SavedViews: () => ({ savedViews: saved }),
      CreateSavedView: { createSavedView: { id: 'v9' } },
      UpdateSavedView: { updateSavedView: { id: 'v1' } },
      RemoveSavedView: { removeSavedView: true },
      CaseColleagues: ({ id }: { id: string }) => ({ case: { id, colleagues: [{ id: 'p2', personName: '王芳' }] } }),
      Approve: { approve: { id: 'c1' } },
    },
  });

it('says on the row how many photos show the goods, where any do', async () => {
  rows = [caseRow({ photoCount: 3 }), caseRow({ id: 'c2', code: '8840' })];
  open();
  const [, first, second] = await screen.findAllByRole('row');
  expect(first).toHaveTextContent('羽绒服 M ×1 · 照片 3');
  expect(second).toHaveTextContent(/羽绒服 M ×1(?! · 照片)/);
});

it('says on the row what people were reminded of, in a view of one step too', async () => {
  rows = [caseRow({ state: 'AWAIT_RESHIP', remindedKind: 'reshipDue', remindedAt: '2026-03-12T06:05:00Z' })];
  const { api } = open('/queue?view=dispatchLate');
  const [, row] = await screen.findAllByRole('row');
  expect(within(row!).getByText('超时未发货')).toBeInTheDocument();
  expect(api.sent('Queue')[0]?.variables).toMatchObject({ filter: { view: 'dispatchLate' } });
});

describe('the queue where it is too narrow for a preview', () => {
  it('offers on each row the first step that the API allows, and takes it in the same dialog', async () => {
    const { user, api } = open();
    await user.click(await screen.findByRole('button', { name: '同意退货 · 8841' }));
    const dialog = screen.getByRole('dialog', { name: '同意退货' });
    expect(dialog).toHaveTextContent('approve的结果');
    await user.click(within(dialog).getByRole('button', { name: '同意退货' }));
    expect(api.sent('Approve').map(({ variables }) => variables)).toEqual([{ id: 'c1', version: 3, returnReason: null }]);
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

describe('the queue while others work on it', () => {
  const applied = (caseId: string) => ({ caseChanged: { kind: 'applied', caseId } });
  const codes = () => screen.getAllByText(/^88\d\d$/).map(({ textContent }) => textContent);

  it('counts what comes new, pushes nothing away, and shows it when asked', async () => {
    const { user, api } = open();
    await screen.findByText('8840');
    await waitFor(() => expect(FakeSocket.tell(applied('c3'))).toBe(true));
    rows = [caseRow({ id: 'c3', code: '8842' }), ...rows];
    const asked = api.sent('CaseCounts').length;
    await screen.findByText('1 条新售后单');
    await waitFor(() => expect(api.sent('CaseCounts').length).toBeGreaterThan(asked), { timeout: 4_000 });
    expect(codes()).toEqual(['8841', '8840']);
    await user.click(screen.getByRole('button', { name: '显示' }));
    await screen.findByText('8842');
    expect(codes()).toEqual(['8842', '8841', '8840']);
    expect(screen.queryByText('1 条新售后单')).not.toBeInTheDocument();
  });

  it('lets a row go that somebody else has decided, without a reload', async () => {
    open();
    await screen.findByText('8840');
    rows = rows.slice(1);
    await waitFor(() => expect(FakeSocket.tell({ caseChanged: { kind: 'moved', caseId: 'c1' } })).toBe(true));
    await waitFor(() => expect(codes()).toEqual(['8840']), { timeout: 4_000 });
    expect(screen.queryByRole('button', { name: '显示' })).not.toBeInTheDocument();
  });
});

describe('views that are kept', () => {
  it('narrow the queue as they were kept, with a count as far as it goes', async () => {
    const { user, api, address } = open();
    await user.click(await screen.findByRole('button', { name: '质量急单 2,000+' }));
    expect(address()).toBe('/queue?view=toDo&sort=deadline&reason=quality&due=24');
    await waitFor(() =>
      expect(api.sent('Queue').at(-1)?.variables).toMatchObject({
        filter: { view: 'toDo', type: null, reasonClass: 'quality', dueWithin: 24 },
        sort: 'deadline',
      }),
    );
    await user.click(screen.getByRole('button', { name: '删除视图「质量急单」' }));
    expect(api.sent('RemoveSavedView').map(({ variables }) => variables)).toEqual([{ id: 'v1' }]);
  });

  it('are made of what is narrowed now, for oneself or for the unit', async () => {
    const { user, api } = open('/queue?type=RR');
    await user.click(await screen.findByRole('button', { name: '保存视图' }));
    const dialog = screen.getByRole('dialog', { name: '保存视图' });
    await user.type(within(dialog).getByRole('textbox', { name: /名称/ }), '退货');
    await user.click(within(dialog).getByRole('checkbox', { name: '与江宁店及其下级共用' }));
    await user.click(within(dialog).getByRole('button', { name: '保存视图' }));
    const input = { name: '退货', view: 'toDo', sort: 'deadline', type: 'RR', reasonClass: null, dueWithin: null, nodeId: 's1' };
    await waitFor(() => expect(api.sent('CreateSavedView').map(({ variables }) => variables)).toEqual([{ input }]));
  });

  it('are given another name by who keeps them, and show what they did', async () => {
    const { user, api } = open('/queue?reason=quality&due=24');
    await user.click(await screen.findByRole('button', { name: '修改视图「质量急单」' }));
    const dialog = screen.getByRole('dialog', { name: '修改视图「质量急单」' });
    const name = within(dialog).getByRole('textbox', { name: /名称/ });
    expect(name).toHaveValue('质量急单');
    await user.clear(name);
    await user.type(name, '质量');
    await user.click(within(dialog).getByRole('button', { name: '修改视图「质量急单」' }));
    const { view, type, reasonClass, dueWithin, sort } = quality;
    const input = { name: '质量', view, type, reasonClass, dueWithin, sort, nodeId: null };
    await waitFor(() =>
      expect(api.sent('UpdateSavedView').map(({ variables }) => variables)).toEqual([{ id: 'v1', version: 2, input }]),
    );
  });

  it('are offered for keeping only where something is narrowed that is not kept yet', async () => {
    open('/queue?reason=quality&due=24', 'en');
    await screen.findByRole('button', { name: '质量急单 2,000+' });
    expect(screen.queryByRole('button', { name: 'Save view' })).not.toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Deadline' })).toHaveTextContent('within 24 h');
  });
});
