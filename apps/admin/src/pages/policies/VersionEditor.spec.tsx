import { screen, waitFor, within } from '@testing-library/react';
import type { EffectiveRules } from '../../shared/rules';
import { refused, type Answers } from '../../testing/api';
import { violationsIn } from '../../testing/axe';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import type { Policy, Version } from './documents';
import { VersionPage } from './VersionPage';

const east = { id: 'east', name: '华东', type: 'region' } as const;
const url = '/policies/p1/versions/4';
const path = '/policies/:id/versions/:n';

function version(change: Partial<Version> = {}): Version {
  return {
    ...{ id: 'v4', policyId: 'p1', policyName: '全国标准版', kind: 'afterSalesRules', number: 4, status: 'draft' },
    ...{ directives: { noReasonDays: { set: 10, lock: true } }, notes: '', contentHash: 'abcdef0123', authorName: '张敏' },
    ...{ createdAt: '2026-11-01T00:00:00Z', publishedAt: null, version: 3 },
    allowedActions: ['policyVersion.saveDraft', 'policyVersion.publish'],
    ...change,
  };
}

const policy = (draft: Version): Policy => ({
  ...{ id: 'p1', kind: 'afterSalesRules', name: '全国标准版', description: '', owner: east, versions: [draft] },
  ...{ liveVersion: null, draft: { id: draft.id, number: draft.number }, usedAt: 0, allowedActions: [] },
});

type State = EffectiveRules['fields'][number];

const source: State['source'] = {
  ...{ node: hq, track: 'library', policyName: '标准版', versionNumber: 3, authorName: '张敏', since: '2026-03-01T00:00:00Z' },
  isDefault: false,
  rolloutId: null,
};

function stateOf(key: string, value: unknown, change: Partial<State> = {}): State {
  return {
    ...{
      key,
      value,
      state: 'inherited',
      inherited: value,
      inheritedSource: source,
      source,
      lock: null,
      guard: null,
      guardBy: [],
      adjusted: null,
      exemptions: [],
      liftable: [],
    },
    editable: true,
    ...change,
  };
}

/** What holds at HQ, which is what a version put on the east would inherit there. */
const atHq: readonly State[] = [
  stateOf('noReasonDays', 7),
  stateOf('selfServiceDays', 15, { guard: { min: 10, max: 30 }, guardBy: [source] }),
  stateOf('types', ['refundOnly', 'returnRefund']),
  stateOf('modifyMax', 3),
  stateOf('respondHours', 48, { lock: { node: hq, source } }),
  stateOf('freightPayer', []),
  stateOf('returnAddress', null),
];

function rulesAt({ nodeId }: { nodeId: string }): object {
  const path = nodeId === 'hq' ? [hq] : [hq, east];
  const effectiveRules = {
    ...{ node: { ...(nodeId === 'hq' ? hq : east), timeZone: 'Asia/Shanghai', path }, kind: 'afterSalesRules' },
    ...{ at: '2026-11-22T00:00:00Z', suspension: null, withheld: null, fields: atHq, own: {}, ownVersion: 0, allowedActions: [] },
  };
  return { effectiveRules };
}

const answers = (change: Answers = {}): Answers => ({
  PolicyKinds: { policyKinds: kinds },
  Policy: { policy: policy(version()) },
  EffectiveRules: rulesAt,
  ScopeNode: { orgNode: null },
  DirectiveProblems: { directiveProblems: [] },
  LintDirectives: { lintDirectives: [] },
  SaveDraft: ({ directives, notes }: { directives: object; notes: string }) => ({
    saveDraft: version({ directives, notes, version: 4 }),
  }),
  ...change,
});

const open = (change?: Answers) => renderPage(<VersionPage />, { url, path, answers: answers(change) });

/** The row of a field, by its name. */
async function row(name: string): Promise<HTMLElement> {
  const label = await screen.findByText((text, element) => text === name && element?.getAttribute('data-part') === 'name');
  return label.closest('li')!;
}

interface Typed {
  readonly directives: Record<string, { readonly set: number } | undefined>;
}

const save = () => screen.getByRole('button', { name: '保存草稿' });

describe('the version editor', () => {
  it('writes nothing while nothing was touched', async () => {
    const { user, api } = open();
    await row('无理由退货期');
    expect(save()).toBeDisabled();
    await user.keyboard('{Control>}s{/Control}');
    expect(api.sent('SaveDraft')).toEqual([]);
  });

  it('writes nothing for a field that was opened and given back', async () => {
    const { user } = open();
    const field = await row('自助售后期');
    await user.click(within(field).getByRole('button', { name: '自定义' }));
    expect(save()).toBeEnabled();
    await user.click(within(field).getByRole('button', { name: '沿用上级（15 天，来自总部 · 标准版 v3）' }));
    expect(save()).toBeDisabled();
  });

  it('warns of typing what is inherited anyway, until it is another value', async () => {
    const { user } = open();
    const field = await row('自助售后期');
    await user.click(within(field).getByRole('button', { name: '自定义' }));
    expect(within(field).getByRole('status')).toHaveTextContent('与上级相同，但不再随上级变化。');
    const input = within(field).getByRole('textbox');
    await user.clear(input);
    await user.type(input, '20');
    expect(within(field).getByRole('status')).toBeEmptyDOMElement();
    expect(field).toHaveTextContent('允许 10 天–30 天，由总部 · 标准版 v3 限定。');
  });

  it('saves what differs by Ctrl S, and then has nothing more to save', async () => {
    const { user, api } = open();
    const field = await row('自助售后期');
    await user.click(within(field).getByRole('button', { name: '自定义' }));
    await user.clear(within(field).getByRole('textbox'));
    await user.type(within(field).getByRole('textbox'), '20');
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(save()).toBeDisabled());
    const directives = { noReasonDays: { set: 10, lock: true }, selfServiceDays: { set: 20 } };
    expect(api.sent('SaveDraft').map(({ variables }) => variables)).toEqual([{ id: 'v4', directives, notes: '', version: 3 }]);
  });

  it('does not send what is no number, and says at the field what to do', async () => {
    const { user, api } = open();
    const field = await row('无理由退货期');
    const input = within(field).getByRole('textbox');
    await user.clear(input);
    await user.type(input, '十天');
    expect(input).toBeInvalid();
    expect(field).toHaveTextContent('填数字');
    expect(save()).toBeDisabled();
    await user.keyboard('{Control>}s{/Control}');
    expect(api.sent('SaveDraft')).toEqual([]);
    expect(screen.getByRole('region', { name: '校验（1）' })).toHaveTextContent('无理由退货期：填数字后才能保存');
  });

  it('shows a refusal at its field, with the limit and who set it, and takes the focus there', async () => {
    const problem = { code: 'OUT_OF_BOUNDS', field: 'selfServiceDays', allowed: { min: 10, max: 30 }, setBy: '总部 · 标准版 v3' };
    const SaveDraft = refused('OUT_OF_BOUNDS', { field: 'selfServiceDays', details: { problems: [problem] } });
    const { user } = open({ SaveDraft });
    const field = await row('自助售后期');
    await user.click(within(field).getByRole('button', { name: '自定义' }));
    await user.type(within(field).getByRole('textbox'), '0');
    await user.click(save());
    const told = '自助售后期须在 10 天–30 天之内，由总部 · 标准版 v3 限定';
    await waitFor(() => expect(field).toHaveTextContent(told));
    expect(screen.getByRole('region', { name: '校验（1）' })).toHaveTextContent(told);
    await waitFor(() => expect(field).toHaveFocus());
    expect(within(field).getByRole('textbox')).toHaveValue('150');
  });

  it('shows a value out of bounds while it is typed, with the limit and who set it, until it is mended', async () => {
    const problem = { code: 'OUT_OF_BOUNDS', field: 'selfServiceDays', allowed: { min: 10, max: 30 }, setBy: '总部 · 标准版 v3' };
    const days = (said: Typed) => said.directives['selfServiceDays']?.set ?? 15;
    const DirectiveProblems = (said: Typed) => ({ directiveProblems: days(said) > 30 ? [problem] : [] });
    const { user, api } = open({ DirectiveProblems });
    const field = await row('自助售后期');
    await user.click(within(field).getByRole('button', { name: '自定义' }));
    await user.type(within(field).getByRole('textbox'), '0');
    const told = '自助售后期须在 10 天–30 天之内，由总部 · 标准版 v3 限定';
    await waitFor(() => expect(field).toHaveTextContent(told));
    expect(screen.getByRole('region', { name: '校验（1）' })).toHaveTextContent(told);
    await user.type(within(field).getByRole('textbox'), '{Backspace}');
    expect(await screen.findByRole('region', { name: '校验（0）' })).toHaveTextContent('没有发现问题。');
    expect(field).not.toHaveTextContent(told);
    expect(api.sent('SaveDraft')).toEqual([]);
  });

  it('forgets what a save was refused for as soon as that is mended', async () => {
    const problem = { code: 'OUT_OF_BOUNDS', field: 'selfServiceDays', allowed: { min: 10, max: 30 }, setBy: '总部 · 标准版 v3' };
    const { user } = open({ SaveDraft: refused('OUT_OF_BOUNDS', { details: { problems: [problem] } }) });
    const field = await row('自助售后期');
    await user.click(within(field).getByRole('button', { name: '自定义' }));
    await user.type(within(field).getByRole('textbox'), '0');
    await user.click(save());
    expect(await screen.findByRole('region', { name: '校验（1）' })).toBeInTheDocument();
    await user.type(within(field).getByRole('textbox'), '{Backspace}');
    expect(screen.getByRole('region', { name: '校验（0）' })).toBeInTheDocument();
  });

  it('shows while it is typed what is allowed and yet hardly meant', async () => {
    const text = { zh: '短于法定的 7 天', en: 'Below the legal 7 days' };
    const finding = { rule: 'legalFloor', kind: 'afterSalesRules', node: east, field: 'noReasonDays', row: null, text };
    const LintDirectives = ({ directives }: Typed) => ({
      lintDirectives: (directives['noReasonDays']?.set ?? 10) < 7 ? [finding] : [],
    });
    const { user } = open({ LintDirectives });
    const input = within(await row('无理由退货期')).getByRole('textbox');
    await user.clear(input);
    await user.type(input, '5');
    expect(await screen.findByRole('region', { name: '提醒（1）' })).toHaveTextContent('短于法定的 7 天');
    await user.click(screen.getByRole('button', { name: '发布 v4' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('list', { name: '提醒（1）' })).toHaveTextContent('短于法定的 7 天');
  });

  it('shows what is locked above as text with its owner, not as a dead input', async () => {
    open();
    const field = await row('商家处理时限');
    expect(field).toHaveTextContent('48 小时');
    expect(field).toHaveTextContent('总部锁定 · 张敏 2026-03-01');
    expect(within(field).queryByRole('textbox')).not.toBeInTheDocument();
    expect(within(field).queryByRole('button')).not.toBeInTheDocument();
  });

  it('offers the newest where somebody else was first, and keeps what was typed until then', async () => {
    const SaveDraft = refused('STALE_VERSION');
    const { user } = open({ SaveDraft });
    await user.type(await screen.findByRole('textbox', { name: '版本说明' }), '延长');
    await user.click(save());
    expect(await screen.findByRole('button', { name: '载入最新内容' })).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: '版本说明' })).toHaveValue('延长');
    await user.click(screen.getByRole('button', { name: '载入最新内容' }));
    expect(await screen.findByRole('textbox', { name: '版本说明' })).toHaveValue('');
  });

  it('shows what buyers would read with the draft as it is typed, and why a text does not show', async () => {
    const text = { field: 'checkoutNotice', part: 'notice', label: { zh: '结算页提示', en: 'Checkout notice' }, missing: [] };
    const badge = {
      ...text,
      field: 'badge',
      part: 'badge',
      label: { zh: '角标', en: 'Badge' },
      text: null,
      hidden: 'notCovered',
    };
    const ServiceTexts = ({ draft }: { draft: { directives: Record<string, { set: number }> } }) => {
      const days = String(draft.directives['noReasonDays']?.set);
      return { serviceTexts: { texts: [{ ...text, text: { zh: `${days} 天可退`, en: `${days} days` }, hidden: null }, badge] } };
    };
    const { user, address } = open({ ServiceTexts });
    const field = await row('无理由退货期');
    await user.click(screen.getByRole('tab', { name: '买家看到的' }));
    expect(await screen.findByText('10 天可退')).toBeInTheDocument();
    expect(screen.queryByText('角标')).toBe(screen.getByRole('tab', { name: '角标' }));
    expect(address()).toContain('panel=notice');
    await user.type(within(field).getByRole('textbox'), '0');
    expect(await screen.findByText('100 天可退')).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: '角标' }));
    expect(await screen.findByText('这里未开通退货包运费，不显示')).toBeInTheDocument();
  });

  it('has no serious accessibility violation', async () => {
    open();
    await row('无理由退货期');
    expect(await violationsIn(document.body)).toEqual([]);
  });
});

describe('a published version', () => {
  const published = version({ status: 'published', allowedActions: ['policy.assign', 'policyVersion.deprecate'] });

  it('is read, not edited, and tells what it says and that the rest is inherited', async () => {
    open({ Policy: { policy: policy(published) } });
    const field = await row('无理由退货期');
    expect(field).toHaveTextContent('10 天');
    expect(field).toHaveTextContent('锁定下级');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.getByText('其余 11 项沿用上级。')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '下发 v4' })).toBeInTheDocument();
  });
});

describe('the differences of two versions', () => {
  const numbered = (number: number, change: Partial<Version> = {}) =>
    version({ id: `v${String(number)}`, number, status: 'published', allowedActions: ['policy.assign'], ...change });
  const three = { ...policy(numbered(4)), versions: [numbered(5), numbered(4), numbered(3)], draft: null };
  const paid = { reasonClass: null, category: null, amountFrom: null, amountTo: null, merchantBps: null };
  const payer = (who: string) => ({ ...paid, payer: who });
  const differences = [
    { field: 'selfServiceDays', before: { set: 15 }, after: { set: 10 }, effect: 'stricter' },
    { field: 'noReasonDays', before: { set: 10 }, after: { set: 10, lock: true }, effect: 'internal' },
    {
      ...{ field: 'freightPayer', before: { set: [payer('buyer')] }, after: { set: [payer('buyer'), payer('merchant')] } },
      effect: 'kinder',
    },
  ];
  const CompareVersions = { compareVersions: differences };
  const asked = (api: ReturnType<typeof open>['api']) =>
    api
      .sent('CompareVersions')
      .map(({ variables }) => variables as Record<'from' | 'to', { number: number }>)
      .at(-1);

  it('go from the earlier to the later, whichever is looked at, and the choice stays in the address', async () => {
    const { user, api, address } = open({ Policy: { policy: three }, CompareVersions });
    await user.click(await screen.findByRole('combobox', { name: '对比' }));
    await user.click(screen.getByRole('option', { name: 'v5' }));
    expect(await screen.findByText('v4 → v5')).toBeInTheDocument();
    await waitFor(() => expect([asked(api)?.from.number, asked(api)?.to.number]).toEqual([4, 5]));
    expect(address()).toContain('with=5');
  });

  it('are told in sentences, of a table the rows that differ, of a lock the lock alone', async () => {
    open({ Policy: { policy: three }, CompareVersions });
    const stricter = await screen.findByRole('region', { name: '对买家更严格（1）' });
    expect(stricter).toHaveTextContent('自助售后期：15 天 → 10 天');
    expect(screen.getByRole('region', { name: '仅内部（1）' })).toHaveTextContent('无理由退货期：加上锁定，下级不能再改');
    const kinder = screen.getByRole('region', { name: '对买家更宽松（1）' });
    expect(
      within(kinder)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toContain('新增：任何原因 → 商家付');
    expect(kinder).not.toHaveTextContent('任何原因 → 买家付');
  });

  it('are gone through by n and p, over all groups', async () => {
    const { user } = open({ Policy: { policy: three }, CompareVersions });
    const first = (await screen.findByRole('region', { name: '对买家更宽松（1）' })).querySelector<HTMLElement>('[data-row-key]');
    await user.click(first!);
    await user.keyboard('n');
    expect(document.activeElement).toHaveTextContent('自助售后期：15 天 → 10 天');
    await user.keyboard('np');
    expect(document.activeElement).toHaveTextContent('自助售后期：15 天 → 10 天');
    await user.keyboard('p');
    expect(first).toHaveFocus();
  });

  it('are those of a draft as it is typed', async () => {
    const draft = numbered(4, { status: 'draft', allowedActions: ['policyVersion.saveDraft', 'policyVersion.publish'] });
    const { user, api } = open({ Policy: { policy: { ...policy(draft), versions: [draft, numbered(3)] } }, CompareVersions });
    const field = await row('无理由退货期');
    await user.type(within(field).getByRole('textbox'), '0');
    await waitFor(() =>
      expect(asked(api)).toEqual({
        from: { policyId: 'p1', number: 3, directives: null },
        to: { policyId: 'p1', number: 4, directives: { noReasonDays: { set: 100, lock: true } } },
      }),
    );
  });
});
