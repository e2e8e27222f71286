import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import type { Answers } from '../../testing/api';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { hq, viewer } from '../../testing/viewer';
import { CoveragePage } from './CoveragePage';

const source = {
  ...{ node: hq, track: 'own', policyName: null, versionNumber: 1, authorName: '张敏', since: null, isDefault: false },
  approval: null,
};
const row = (id: string, name: string, parentId: string | null, change: object = {}) => ({
  node: { id, name, code: id.toUpperCase(), type: 'region', parentId },
  ...{
    branches: 4,
    on: 4,
    off: 0,
    suspended: 0,
    inPilot: 0,
    state: 'on',
    ...{ suspendedFrom: null, withheld: null },
    source,
    customised: false,
    lockedBy: null,
  },
  ...{ cap: null, costThisMonth: 0, expandable: true, allowedActions: [] },
  ...change,
});
const store = (id: string, name: string, parentId: string) => {
  const { node, ...rest } = row(id, name, parentId, { branches: 1, on: 1, expandable: false });
  return { ...rest, node: { ...node, type: 'store' } };
};
const top = row('hq', '总部', null);
const east = row('east', '华东', 'hq');
const far = store('s900', '镇海店', 'east');
const found = {
  ...{ id: 's900', code: 'S900', name: '镇海店', type: 'store', childCount: 0, branchCount: 1, archivedAt: null },
  path: [hq, { id: 'east', name: '华东', type: 'region' }, { id: 's900', name: '镇海店', type: 'store' }],
};

/** Of the stores in the east only the first page comes; the last by name is on no page yet. */
const pages: Record<string, object> = {
  top: { total: 1, nextCursor: null, items: [top] },
  hq: { total: 1, nextCursor: null, items: [east] },
  west: { total: 0, nextCursor: null, items: [] },
  east: { total: 900, nextCursor: 'more', items: [store('s1', '白塔店', 'east')] },
};
const answers: Answers = {
  ScopeNode: { orgNode: null },
  CoverageScope: { orgNode: { id: 'west', parentId: 'hq' } },
  PolicyKinds: { policyKinds: [] },
  NodeChildren: { orgNodeChildren: { total: 0, nextCursor: null, items: [] } },
  FindNodes: { orgNodes: { total: 1, nextCursor: null, items: [found] } },
  Coverage: ({ parentId }) => ({ coverage: pages[typeof parentId === 'string' ? parentId : 'top'] }),
  CoveragePath: { coveragePath: [top, east, far] },
};

interface Case {
  readonly url?: string;
  readonly permissions?: string[];
  readonly change?: Answers;
}

const open = ({ url = '/coverage', permissions = [], change = {} }: Case = {}) =>
  renderPage(
    <Routes>
      <Route path="/coverage" element={<CoveragePage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>,
    { url, viewer: viewer({ permissions: ['coverage.read', ...permissions] }), answers: { ...answers, ...change } },
  );

const look = async ({ user }: ReturnType<typeof open>) => {
  await user.click(await screen.findByRole('button', { name: '查找' }));
  await user.type(screen.getByRole('searchbox', { name: '按名称或编号查找' }), 's900');
  await user.click(await screen.findByText('S900 · 总部 › 华东 › 镇海店'));
};

describe('finding a unit on the board', () => {
  it('opens the way to it, chooses it and gives it the focus, though its page has not come', async () => {
    const page = open();
    expect(await screen.findByRole('row', { name: /华东/u })).toHaveAttribute('aria-expanded', 'false');
    await look(page);
    const sought = await screen.findByRole('row', { name: /镇海店/u });
    await waitFor(() => expect(sought).toHaveFocus());
    expect(sought).toHaveAttribute('aria-selected', 'true');
    expect(sought).toHaveAttribute('aria-level', '3');
    const names = screen.getAllByRole('row').map((each) => each.dataset['name']);
    expect(names.filter((name) => name !== undefined)).toEqual(['总部', '华东', '白塔店', '镇海店']);
    expect(page.api.sent('CoveragePath')[0]?.variables).toEqual({ nodeId: 's900', at: null });
    expect(screen.getByRole('region', { name: '已选镇海店' })).toBeInTheDocument();
  });

  it('leaves the way open until it is closed by hand, and opens it again for the next look', async () => {
    const page = open();
    await look(page);
    await screen.findByRole('row', { name: /镇海店/u });
    await page.user.click(within(screen.getByRole('row', { name: /华东/u })).getByRole('button'));
    await waitFor(() => expect(screen.queryByRole('row', { name: /镇海店/u })).not.toBeInTheDocument());
    await look(page);
    await waitFor(() => expect(screen.getByRole('row', { name: /镇海店/u })).toHaveFocus());
  });

  it('takes off a scope that the unit is not in', async () => {
    const west = row('west', '华西', 'hq');
    const Coverage: Answers[string] = ({ parentId }) => ({
      coverage:
        parentId === 'hq' ? { ...pages['hq'], items: [east, west] } : pages[typeof parentId === 'string' ? parentId : 'top'],
    });
    const page = open({ url: '/coverage?scope=west', change: { Coverage } });
    await screen.findByRole('row', { name: /华西/u });
    await look(page);
    await waitFor(() => expect(screen.getByRole('row', { name: /镇海店/u })).toHaveFocus());
    expect(page.address()).toBe('/coverage');
  });
});

describe('a board of few', () => {
  const only = (item: object): Answers => ({ Coverage: { coverage: { total: 1, nextCursor: null, items: [item] } } });
  const empty = only(row('hq', '总部', null, { branches: 0, on: 0, expandable: false }));

  it('of no branch leads whoever may to where stores are set up', async () => {
    open({ permissions: ['org.read', 'orgNode.create'], change: empty });
    expect(await screen.findByText('还没有分店')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '设置门店' })).toHaveAttribute('href', '/org');
    expect(screen.queryByRole('treegrid')).not.toBeInTheDocument();
  });

  it('of no branch shows nothing to press to whoever may not', async () => {
    open({ permissions: ['org.read'], change: empty });
    expect(await screen.findByText('还没有分店')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '设置门店' })).not.toBeInTheDocument();
  });

  it('of one branch is its own page', async () => {
    const { address } = open({ permissions: ['rules.read'], change: only(store('s1', '白塔店', 'east')) });
    expect(await screen.findByText('elsewhere')).toBeInTheDocument();
    expect(address()).toBe('/effective/s1?kind=returnShippingSubsidy');
  });
});

describe('a suspension on the board', () => {
  const effect = {
    ...{ node: { id: 'east', name: '华东', type: 'region' }, dryRun: true, branches: 4, changed: 4, unchanged: 0, reasons: [] },
    ...{ fields: [], problems: [], warnings: [], approval: [], covers: [], clashes: [] },
  };
  const choose = async (change: object, answers: Answers) => {
    const Coverage = { coverage: { total: 1, nextCursor: null, items: [row('east', '华东', 'hq', change)] } };
    const page = open({ change: { Coverage, ZoneOfNode: { orgNode: { id: 'east', timeZone: 'Asia/Shanghai' } }, ...answers } });
    await page.user.click(await screen.findByRole('row', { name: /华东/u }));
    return page;
  };

  it('may begin on a later day, which the button says', async () => {
    const answers = { PreviewSuspension: { previewSuspension: effect }, SuspendCoverage: { suspendCoverage: effect } };
    const { user, api } = await choose({ allowedActions: ['coverage.suspend'] }, answers);
    await user.click(screen.getByRole('button', { name: '暂停服务' }));
    const dialog = await screen.findByRole('dialog', { name: '在华东暂停服务' });
    await user.type(within(dialog).getByRole('textbox', { name: '从哪天起' }), '2027-02-10');
    await user.type(within(dialog).getByRole('textbox', { name: '暂停至（含）' }), '2027-02-20');
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '春节盘点');
    await user.click(await within(dialog).findByRole('button', { name: /^在华东暂停服务：.*2月10日/u }));
    await waitFor(() => expect(api.sent('SuspendCoverage')).toHaveLength(1));
    const time = { from: '2027-02-09T16:00:00.000Z', until: '2027-02-20T16:00:00.000Z' };
    expect(api.sent('SuspendCoverage')[0]?.variables).toEqual({ nodeId: 'east', ...time, reason: '春节盘点' });
    expect(api.sent('PreviewSuspension').at(-1)?.variables).toEqual({ nodeId: 'east', ...time });
    expect(await screen.findByText(/^已排期.*起在华东暂停服务：4 家，0 家无变化$/u)).toBeInTheDocument();
  });

  it('that is only planned is withdrawn', async () => {
    const planned = { allowedActions: ['coverage.resume'], suspendedFrom: '2027-02-09T16:00:00Z' };
    const answers = { PreviewResumption: { previewResumption: effect }, ResumeCoverage: { resumeCoverage: effect } };
    const { user, api } = await choose(planned, answers);
    await user.click(screen.getByRole('button', { name: '取消华东的暂停排期' }));
    const dialog = await screen.findByRole('dialog', { name: '取消华东的暂停排期' });
    expect(dialog).toHaveTextContent(/2月10日.*起的暂停不再执行/u);
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '改期');
    await user.click(within(dialog).getByRole('button', { name: '取消华东的暂停排期' }));
    await waitFor(() => expect(api.sent('ResumeCoverage')).toHaveLength(1));
    expect(await screen.findByText(/^已取消华东的暂停排期/u)).toBeInTheDocument();
  });
});

describe('a used-up budget on the board', () => {
  const withheld = { node: { ...hq }, month: '2026-11', since: '2026-11-20T02:00:00Z', budgetId: 'b1' };
  const told = (change: object) => ({
    Coverage: { coverage: { ...pages['top'], items: [row('hq', '总部', null, { withheld: { ...withheld, ...change } })] } },
  });

  it('says whose it is, since when and until when nothing new is promised, and leads to it', async () => {
    open({ change: told({}) });
    const line = await screen.findByText(/新订单暂不承诺：总部.*11月.*预算已用完，到月底或预算调整为止/u);
    expect(within(line).getByRole('link', { name: '查看预算' })).toHaveAttribute(
      'href',
      expect.stringContaining('/money/budgets?month=2026-11&drawer=budget%3Ab1'),
    );
  });

  it('leads nowhere for whoever may not read it', async () => {
    open({ change: told({ budgetId: null }) });
    await screen.findByText(/预算已用完/u);
    expect(screen.queryByRole('link', { name: '查看预算' })).not.toBeInTheDocument();
  });
});

describe('an exemption on the board', () => {
  const state = (key: string, liftable: readonly object[]) => ({
    ...{ key, value: true, state: 'locked', inherited: true, inheritedSource: source, source, lock: null, guard: null },
    ...{ guardBy: [], adjusted: null, exemptions: [], liftable, editable: false },
  });
  const change: Answers = {
    Coverage: {
      coverage: { total: 1, nextCursor: null, items: [row('east', '华东', 'hq', { allowedActions: ['exemption.grant'] })] },
    },
    PolicyKinds: { policyKinds: kinds },
    EffectiveRules: {
      effectiveRules: {
        ...{
          node: { ...hq, path: [hq] },
          kind: 'returnShippingSubsidy',
          suspension: null,
          withheld: null,
          own: {},
          ownVersion: 0,
        },
        ...{ at: '2026-11-29T00:00:00Z', knownAt: null, allowedActions: [] },
        fields: [state('enabled', [hq]), state('scope', []), state('mode', [hq])],
      },
    },
    PreviewExemption: {
      previewExemption: {
        ...{
          node: { id: 'east', name: '华东', type: 'region' },
          dryRun: true,
          branches: 4,
          changed: 0,
          unchanged: 4,
          reasons: [],
        },
        ...{ fields: [], problems: [], warnings: [], approval: [], covers: [], clashes: [] },
      },
    },
    GrantExemption: { grantExemption: {} },
  };

  it('is of one of the fields that a unit above locks or bounds, for the chosen unit and all below it', async () => {
    const { user, api } = open({ change });
    await user.click(await screen.findByRole('row', { name: /华东/u }));
    await user.click(within(screen.getByRole('region', { name: '已选华东' })).getByRole('button', { name: '豁免' }));
    const dialog = await screen.findByRole('dialog', { name: '在华东豁免退货包运费' });
    await user.click(within(dialog).getByRole('combobox', { name: '规则项' }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['退货包运费', '补贴方式与封顶']);
    await user.click(screen.getByRole('option', { name: '补贴方式与封顶' }));
    await user.type(within(dialog).getByRole('textbox', { name: '豁免至（含）' }), '2027-01-31');
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '年货节');
    await user.click(within(dialog).getByRole('button', { name: '在华东豁免补贴方式与封顶' }));
    await waitFor(() => expect(api.sent('GrantExemption')).toHaveLength(1));
    const granted = { nodeId: 'east', kind: 'returnShippingSubsidy', fields: ['mode'], ancestorId: 'hq' };
    expect(api.sent('GrantExemption')[0]?.variables).toMatchObject({ input: granted, reason: '年货节' });
  });

  it('is not offered where nothing can be lifted', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('row', { name: /总部/u }));
    expect(screen.queryByRole('button', { name: '豁免' })).not.toBeInTheDocument();
  });
});

describe('a selection without some below', () => {
  const off = { on: 0, off: 4, state: 'off', allowedActions: ['coverage.turnOn', 'coverage.suspend'] };
  const effect = {
    ...{ node: { id: 'east', name: '华东', type: 'region' }, dryRun: true, branches: 4, changed: 3, unchanged: 1, problems: [] },
    reasons: [{ code: 'excluded', branches: 1, by: { id: 's1', name: '白塔店', type: 'store' }, examples: [] }],
    ...{ fields: [], warnings: [], approval: [], covers: [], clashes: [], keeps: [{ id: 's1' }] },
  };
  const change: Answers = {
    Coverage: ({ parentId }) => ({
      coverage:
        parentId === 'hq'
          ? { total: 1, nextCursor: null, items: [row('east', '华东', 'hq', off)] }
          : pages[typeof parentId === 'string' ? parentId : 'top'],
    }),
    PreviewCoverage: { previewCoverage: effect },
    TurnCoverage: { turnCoverage: { ...effect, dryRun: false } },
    CreateChangeSet: { createChangeSet: { id: 'c1', number: 7, version: 1 } },
    SubmitChangeSet: { submitChangeSet: { id: 'c1', number: 7, status: 'inReview', version: 2 } },
  };

  /** The east chosen and opened, with one store taken out of it by the keyboard alone. */
  const leaveOut = async (more: Answers = {}) => {
    const page = open({ permissions: ['coverage.turnOn'], change: { ...change, ...more } });
    (await screen.findByRole('row', { name: /华东/u })).focus();
    await page.user.keyboard(' {ArrowRight}');
    await screen.findByRole('checkbox', { name: '选择包含白塔店' });
    await page.user.keyboard('{ArrowRight} ');
    return page;
  };

  it('is made with `Space`, says how many it leaves out, and can be taken back', async () => {
    const { user } = await leaveOut();
    const box = screen.getByRole('checkbox', { name: '选择包含白塔店' });
    expect(box).not.toBeChecked();
    const bar = screen.getByRole('region', { name: '已选华东' });
    expect(bar).toHaveTextContent('已选华东全部下级（4 家，含以后新增）减 1 家');
    expect(bar).toHaveTextContent('减去白塔店，保持现状。');
    expect(within(bar).queryByRole('button', { name: '暂停服务' })).not.toBeInTheDocument();
    expect(screen.getByRole('row', { name: /白塔店/u })).toHaveFocus();
    await user.keyboard(' ');
    expect(box).toBeChecked();
    expect(within(bar).getByRole('button', { name: '暂停服务' })).toBeInTheDocument();
    await user.click(box);
    await user.click(within(bar).getByRole('button', { name: '全部加回' }));
    expect(box).toBeChecked();
  });

  it('turns on all but those, and counts them as left out', async () => {
    const { user, api } = await leaveOut();
    await user.click(screen.getByRole('button', { name: '在华东开通' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('3 家将开通，1 家无变化')).toBeInTheDocument();
    expect(dialog).toHaveTextContent('已从选择中减去白塔店');
    await user.click(within(dialog).getByRole('button', { name: /^在华东开通：/u }));
    await waitFor(() => expect(api.sent('TurnCoverage')[0]?.variables).toMatchObject({ nodeId: 'east', exclude: ['s1'] }));
    expect(await screen.findByText('已在华东开通：3 家生效，1 家无变化')).toBeInTheDocument();
  });

  it('goes as one change set where an approval is due, what is kept being said first', async () => {
    const approval = [{ code: 'branches', value: 3, limit: 0 }];
    const { user, api } = await leaveOut({ PreviewCoverage: { previewCoverage: { ...effect, approval } } });
    await user.click(screen.getByRole('button', { name: '在华东开通' }));
    await user.click(await screen.findByRole('button', { name: /^提交审批：/u }));
    await waitFor(() => expect(api.sent('CreateChangeSet')).toHaveLength(1));
    const switched = (nodeId: string, set: boolean) => ({ verb: 'setOwn', nodeId, changes: { enabled: { set } } });
    expect(api.sent('CreateChangeSet')[0]?.variables).toMatchObject({
      input: { operations: [switched('s1', false), switched('east', true)] },
    });
  });
});
