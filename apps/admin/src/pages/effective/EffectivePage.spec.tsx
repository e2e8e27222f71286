import { screen, waitFor, within } from '@testing-library/react';
import type { EffectiveRules } from '../../shared/rules';
import type { Answers } from '../../testing/api';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import { EffectivePage } from './EffectivePage';

const shop = { id: 's1', name: '江宁店', type: 'store' } as const;
type State = EffectiveRules['fields'][number];

const source: State['source'] = {
  ...{ node: hq, track: 'library', policyName: '标准版', versionNumber: 3, authorName: '张敏', since: '2026-03-01T00:00:00Z' },
  ...{ isDefault: false, rolloutId: null },
};

const state = (key: string, value: unknown, change: Partial<State> = {}): State => ({
  ...{ key, value, state: 'inherited', inherited: value, inheritedSource: source, source, lock: null, guard: null, guardBy: [] },
  ...{ adjusted: null, exemptions: [], liftable: [], editable: true },
  ...change,
});

interface Asked {
  readonly at?: string | null;
  readonly knownAt?: string | null;
}

/** The rules of the shop: on a day the self-service window was 20, and was thought to be 15. */
const rulesOf = ({ at = null, knownAt = null }: Asked) => ({
  effectiveRules: {
    ...{
      node: { ...shop, timeZone: 'Asia/Shanghai', path: [hq, shop] },
      kind: 'afterSalesRules',
      suspension: null,
      withheld: null,
    },
    ...{ at: at ?? '2026-11-29T00:00:00Z', knownAt, own: {}, ownVersion: 4 },
    fields: [
      state('selfServiceDays', knownAt === null ? 20 : 15),
      state('respondHours', 48, { lock: { node: hq, source }, state: 'locked', liftable: [hq], editable: false }),
    ],
    allowedActions: at === null ? ['rules.setOwn', 'rules.assign'] : [],
  },
});

const effect = {
  ...{ node: shop, dryRun: true, branches: 1, changed: 1, unchanged: 0, reasons: [], fields: [], problems: [], warnings: [] },
  ...{ approval: [], covers: [], clashes: [] },
};

const open = (query = '', answers: Answers = {}) =>
  renderPage(<EffectivePage />, {
    ...{ url: `/effective/s1?kind=afterSalesRules${query}`, path: '/effective/:nodeId' },
    answers: {
      ...{ ScopeNode: { orgNode: hq }, ZoneOfNode: { orgNode: { ...shop, timeZone: 'Asia/Shanghai' } } },
      ...{
        PolicyKinds: { policyKinds: kinds },
        MyAcknowledgements: { myAcknowledgements: { total: 0, nextCursor: null, items: [] } },
      },
      EffectiveRules: rulesOf,
      ...answers,
    },
  });

const row = async (name: string) => (await screen.findByText(name, { selector: '[data-part="name"]' })).closest('li')!;

it('say first that a used-up budget withholds new promises', async () => {
  const withheld = { node: hq, month: '2026-11', since: '2026-11-20T02:00:00Z', budgetId: null };
  open('', {
    EffectiveRules: (asked: Asked) => ({ effectiveRules: { ...rulesOf(asked).effectiveRules, withheld } }),
  });
  expect(await screen.findByText(/新订单暂不承诺：总部.*预算已用完/u)).toBeInTheDocument();
});

describe('the rules of a past day', () => {
  it('are shown as known now, and as known then where that is asked for', async () => {
    const { user, api, address } = open('&at=2026-03-12');
    expect(await row('自助售后期')).toHaveTextContent('20 天');
    expect(screen.getByText(/不是现在的/u)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '按当时所知' }));
    expect(await screen.findByText(/按当时所知：之后的回溯更正不计在内/u)).toBeInTheDocument();
    expect(await row('自助售后期')).toHaveTextContent('15 天');
    const asked = api.sent('EffectiveRules').at(-1)?.variables;
    expect(asked).toMatchObject({ nodeId: 's1', at: asked?.['knownAt'] });
    expect(address()).toContain('knownAt=');
    await user.click(screen.getByRole('button', { name: '按现在所知' }));
    await waitFor(async () => expect(await row('自助售后期')).toHaveTextContent('20 天'));
    expect(address()).not.toContain('knownAt');
    await user.click(screen.getByRole('button', { name: '回到今天' }));
    await waitFor(() => expect(screen.queryByText(/不是现在的/u)).not.toBeInTheDocument());
  });

  it('are as known now of an instant on which somebody else’s link names none', async () => {
    const { api } = open('&knownAt=2026-03-12T00:00:00Z');
    await row('自助售后期');
    expect(api.sent('EffectiveRules')[0]?.variables).toMatchObject({ at: null, knownAt: null });
  });
});

describe('a unit’s own rules', () => {
  const typing = async (answers: Answers, days: string) => {
    const page = open('', answers);
    const field = await row('自助售后期');
    await page.user.click(within(field).getByRole('button', { name: '自定义 · 自助售后期' }));
    const input = within(await row('自助售后期')).getByRole('textbox');
    await page.user.clear(input);
    await page.user.type(input, days);
    return page;
  };

  it('say while they are typed what is hardly meant, and are saved with what they are based on', async () => {
    const text = { zh: '自助售后期短于无理由退货期：改为不少于 7 天', en: 'Shorter than the no-reason window' };
    const finding = { code: 'LINT', field: 'selfServiceDays', nodeId: 's1', nodeName: '江宁店', setBy: null, allowed: { text } };
    const { user, api } = await typing(
      {
        PreviewOwnRules: { previewOwnRules: { ...effect, warnings: [finding] } },
        SetOwnRules: { setOwnRules: { ownVersion: 5 } },
      },
      '5',
    );
    expect(await screen.findByRole('list', { name: '需要知道' })).toHaveTextContent(text.zh);
    await user.click(screen.getByRole('button', { name: '保存江宁店的自定义' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('list', { name: '需要知道' })).toHaveTextContent(text.zh);
    await user.type(within(dialog).getByRole('textbox', { name: '说明（选填）' }), '试行');
    await user.click(await within(dialog).findByRole('button', { name: '保存江宁店的自定义：1 家变化' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const changes = { selfServiceDays: { set: 5 } };
    expect(api.sent('SetOwnRules').map(({ variables }) => variables)).toEqual([
      { nodeId: 's1', kind: 'afterSalesRules', changes, ownVersion: 4, reason: '试行' },
    ]);
  });

  it('say at their field while they are typed why they would be refused, and cannot be saved so', async () => {
    const problem = { code: 'OUT_OF_BOUNDS', field: 'selfServiceDays', allowed: { max: 30 }, setBy: '总部 · 标准版 v3' };
    const problems = [{ ...problem, nodeId: null, nodeName: null }];
    const { user, api } = await typing({ PreviewOwnRules: { previewOwnRules: { ...effect, problems } } }, '99');
    await waitFor(async () => expect(await row('自助售后期')).toHaveTextContent('由总部 · 标准版 v3 限定'));
    await user.click(screen.getByRole('button', { name: '保存江宁店的自定义' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByRole('list', { name: '校验' })).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: /^保存江宁店的自定义/u })).toBeDisabled();
    expect(api.sent('SetOwnRules')).toEqual([]);
  });

  it('that are given back ask for nothing', async () => {
    const { user, api } = open('', { PreviewOwnRules: { previewOwnRules: effect } });
    await user.click(within(await row('自助售后期')).getByRole('button', { name: '自定义 · 自助售后期' }));
    await user.click(await screen.findByRole('button', { name: '放弃修改' }));
    expect(screen.queryByRole('button', { name: '保存江宁店的自定义' })).not.toBeInTheDocument();
    expect(api.sent('SetOwnRules')).toEqual([]);
  });
});

describe('an exemption at a unit', () => {
  it('is foreseen once its end is chosen, and granted through that day with a reason', async () => {
    const { user, api } = open('', {
      PreviewExemption: { previewExemption: { ...effect, changed: 0, unchanged: 1 } },
      GrantExemption: { grantExemption: effect },
    });
    await user.click(within(await row('商家处理时限')).getByRole('button', { name: '豁免 · 商家处理时限' }));
    const dialog = await screen.findByRole('dialog', { name: '在江宁店豁免商家处理时限' });
    const confirm = within(dialog).getByRole('button', { name: '在江宁店豁免商家处理时限' });
    expect(api.sent('PreviewExemption')).toEqual([]);
    await user.type(within(dialog).getByRole('textbox', { name: '豁免至（含）' }), '2026-12-31');
    expect(await within(dialog).findByRole('region', { name: '影响范围' })).toBeInTheDocument();
    expect(confirm).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '店庆');
    await user.click(confirm);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const input = { nodeId: 's1', kind: 'afterSalesRules', fields: ['respondHours'], ancestorId: 'hq' };
    expect(api.sent('GrantExemption').map(({ variables }) => variables)).toEqual([
      { input: { ...input, to: '2026-12-31T16:00:00.000Z' }, reason: '店庆' },
    ]);
  });
});
