import { screen, waitFor, within } from '@testing-library/react';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { hq } from '../../testing/viewer';
import { ChangeSetPage } from './ChangeSetPage';

const east = { id: 'east', name: '华东大区', type: 'region' };
const at = '2026-03-10T02:12:00Z';

const effect = {
  ...{ node: east, dryRun: true, branches: 40, changed: 37, unchanged: 0, reasons: [], problems: [], warnings: [], approval: [] },
  ...{ fields: [{ kind: 'afterSalesRules', field: 'selfServiceDays', branches: 37 }], covers: [], clashes: [] },
};
const value = { kind: 'afterSalesRules', field: 'selfServiceDays', after: 10, effect: 'stricter' };

const impact = (impactHash: string) => ({
  ...{ impactHash, changed: 37, datePassed: false, frozen: false, problems: [], conflicts: [], effects: [effect] },
  values: [
    {
      values: [
        { ...value, before: 15, branches: 36 },
        { ...value, before: 20, branches: 1 },
      ],
      others: 3,
    },
  ],
  approval: [{ code: 'branches', value: 37, limit: 0 }],
});

const event = { action: 'changeSet.draft', actorName: '李娜', reason: null, causes: [], items: null, voided: false };

const set = (change: object = {}) => ({
  ...{ id: 'c1', number: 218, title: '封顶调整', notes: '', node: east, status: 'inReview', effectiveAt: null },
  ...{ contentHash: '7f3a21', submittedImpactHash: 'h1', authorName: '李娜', isOwn: false, submittedAt: at, approverName: null },
  ...{ approvedAt: null, appliedAt: null, reason: null, operationCount: 1, updatedAt: at, version: 2 },
  allowedActions: ['changeSet.approve'],
  operations: [
    {
      ...{ verb: 'setOwn', kind: 'afterSalesRules', node: east, versionId: null, policyId: null, policyName: null },
      ...{
        versionNumber: null,
        ancestor: null,
        parent: null,
        fromParent: null,
        fields: [],
        changes: {},
        to: null,
        differences: [],
      },
    },
  ],
  impact: impact('h1'),
  events: [
    { ...event, at, items: 1, voided: true },
    { ...event, at: '2026-03-09T02:12:00Z' },
  ],
  since: [],
  ...change,
});

const open = (tab: string, change?: object, answers: object = {}) =>
  renderPage(<ChangeSetPage />, {
    ...{ url: `/changes/c1?tab=${tab}`, path: '/changes/:id' },
    answers: {
      ...{ PolicyKinds: { policyKinds: kinds }, ScopeNode: { orgNode: hq }, ChangeSet: { changeSet: set(change) } },
      ...answers,
    },
  });

const tab = (name: RegExp) => screen.findByRole('tab', { name, selected: true });

describe('a change set', () => {
  it('shows its impact by field and value, with how many branches each, and counts the rest', async () => {
    open('impact');
    const list = await screen.findByRole('list', { name: '变化的规则项' });
    await waitFor(() => expect(list).toHaveTextContent('自助售后期：15 天 → 10 天36 家'));
    expect(list).toHaveTextContent('自助售后期：20 天 → 10 天1 家');
    expect(list).toHaveTextContent('另有 3 种变化');
    expect(screen.getByRole('heading', { name: '华东大区自定义（售后规则）' })).toBeInTheDocument();
  });

  it('reads operations that say the same as one, lists their units, and takes out one of them or all', async () => {
    const unit = (name: string) => ({ id: name, name, type: 'store' });
    const switched = set().operations.map((operation) => ({ ...operation, changes: { enabled: { set: true } } }))[0];
    const operations = ['西湖店', '湖滨店', '武林店', '滨江店'].map((name) => ({ ...switched, node: unit(name) }));
    const effects = operations.map(({ node }) => ({ ...effect, node, changed: 1, fields: [] }));
    const values = operations.map(() => ({ values: [{ ...value, before: 15, branches: 1 }], others: 0 }));
    const shown = {
      operations: [...operations, ...set().operations],
      impact: { ...impact('h1'), effects: [...effects, effect], values },
    };
    const { user, api } = open(
      'impact',
      { ...shown, status: 'draft', allowedActions: ['changeSet.draft'] },
      { EditChangeSet: { editChangeSet: { id: 'c1', number: 218, version: 3 } } },
    );
    const title = '西湖店及另外 3 个组织自定义（售后规则）';
    expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
    const [first] = screen.getAllByRole('list', { name: '变化的规则项' });
    await waitFor(() => expect(first).toHaveTextContent('15 天 → 10 天4 家'));
    await user.click(screen.getByRole('tab', { name: /^变更（/ }));
    await user.click(await screen.findByText('逐个列出'));
    await user.click(screen.getByRole('button', { name: '移出变更单 · 湖滨店' }));
    await user.click(screen.getByRole('button', { name: '移出变更单' }));
    const [sent] = api.sent('EditChangeSet');
    const left = (sent?.variables['input'] as { operations: { nodeId: string }[] }).operations;
    expect(left.map(({ nodeId }) => nodeId)).toEqual(['西湖店', '武林店', '滨江店', 'east']);
  });

  it('lists with its checks what it would bring about that is hardly meant, which stands in nobody’s way', async () => {
    const text = { zh: '无理由退货期为 5，法定不少于 7：改为 7', en: 'No-reason window is 5; the law asks for 7: set it to 7' };
    const finding = { code: 'LINT', field: 'noReasonDays', nodeId: 'east', nodeName: '华东大区', setBy: null };
    const warnings = [{ ...finding, allowed: { rule: 'legalFloor', text, branches: 37 } }];
    open('checks', { impact: { ...impact('h1'), effects: [{ ...effect, warnings }] } });
    expect(await screen.findByRole('tab', { name: '校验（0）' })).toBeInTheDocument();
    const list = screen.getByRole('list', { name: '需要知道' });
    expect(list).toHaveTextContent('无理由退货期为 5，法定不少于 7：改为 7 · 华东大区');
    expect(within(list).getByRole('link', { name: '华东大区' })).toHaveAttribute('href', '/effective/east');
  });

  it('says while it is scheduled which others touch the same fields, which of them holds, and until when', async () => {
    const both = { kind: 'afterSalesRules', fields: ['selfServiceDays'], from: at, to: '2026-04-01T00:00:00Z' };
    const given = { id: 'a2', policyName: '标准版', versionNumber: 4, track: 'library' };
    const clashes = [
      { ...both, assignment: given, changeSet: null, covered: true, recalculate: false },
      { ...both, assignment: null, changeSet: { id: 'c2', number: 219, title: '迁店' }, covered: false, recalculate: true },
    ];
    open('impact', { impact: { ...impact('h1'), effects: [{ ...effect, clashes }] } });
    const list = await screen.findByRole('list', { name: '同时有其他排期，涉及相同的规则项' });
    await waitFor(() => expect(list).toHaveTextContent(/被这次覆盖：标准版 v4（自助售后期），3月10日 .*至 .*3月31日/u));
    expect(list).toHaveTextContent('变更单 #219 迁店先执行，这次届时可能须重新计算');
  });

  it('is approved once the impact was shown, whatever is read after; `[ ]` go through the tabs', async () => {
    const { user } = open('changes');
    expect(await screen.findByRole('button', { name: '先看影响范围，再审批' })).toBeInTheDocument();
    await user.keyboard(']');
    expect(await tab(/影响/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '审批通过' })).toBeInTheDocument();
    await user.keyboard(']]]');
    expect(await tab(/记录/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '审批通过' })).toBeInTheDocument();
    await user.keyboard('[[');
    expect(await tab(/校验/)).toBeInTheDocument();
  });

  it('says in its record how much an edit changed, and that it voided the approval', async () => {
    open('record');
    await waitFor(() => expect(screen.getByText(/改了 1 项，原审批作废$/)).toHaveTextContent('李娜'));
    expect(screen.getByText('李娜起草')).toBeInTheDocument();
  });

  it('whose impact alone moved says what others changed since', async () => {
    const since = [
      {
        id: 'a1',
        kind: 'afterSalesRules',
        node: east,
        policyName: '标准版',
        versionNumber: 4,
        own: false,
        authorName: '张敏',
        at,
      },
    ];
    open('impact', { submittedImpactHash: 'h0', since });
    expect(await screen.findByRole('region', { name: '提交之后，别处生效的变更' })).toHaveTextContent(
      '张敏在华东大区下发了标准版 v4',
    );
  });

  it('says before it is cancelled what that changes, and is not cancelled where rules would break', async () => {
    const problems = [{ code: 'COMPULSORY_FIELD', field: 'noReasonDays', nodeName: '华东大区' }];
    for (const found of [[], problems]) {
      const { user, unmount } = open(
        'changes',
        { status: 'scheduled', allowedActions: ['changeSet.cancel'] },
        {
          PreviewCancelChangeSet: { previewCancelChangeSet: [{ ...effect, problems: found }] },
        },
      );
      await user.click(await screen.findByRole('button', { name: '取消变更单' }));
      expect(await screen.findByText('37 家将变化，0 家无变化')).toBeInTheDocument();
      await user.type(screen.getByRole('textbox', { name: /原因/ }), '推迟');
      const confirm = screen.getByRole('button', { name: '取消变更单' });
      if (found.length === 0) expect(confirm).toBeEnabled();
      else expect(confirm).toBeDisabled();
      unmount();
    }
  });
});
