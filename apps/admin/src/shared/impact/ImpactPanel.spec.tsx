import { screen, waitFor, within } from '@testing-library/react';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { ImpactPanel, type Impact } from './ImpactPanel';

const impact: Impact = {
  dryRun: true,
  changed: 389,
  unchanged: 20,
  reasons: [
    { code: 'suspended', branches: 16, by: { id: 'zj', name: '浙江' }, examples: [{ id: 's', name: '杭州西湖店' }] },
    { code: 'locked', branches: 4, by: null, examples: [] },
  ],
  problems: [],
};

describe('the impact panel', () => {
  it('says who changes and who does not, with each reason and who caused it', () => {
    renderPage(<ImpactPanel impact={impact} />);
    expect(screen.getByText('389 家将变化，20 家无变化')).toBeInTheDocument();
    const reasons = within(screen.getByRole('list', { name: '无变化的原因' })).getAllByRole('listitem');
    expect(reasons.map((reason) => reason.textContent)).toEqual(['16已由浙江暂停服务 如 杭州西湖店', '4已锁定']);
  });

  it('opens the branches behind each figure, those of reasons that are one line together', async () => {
    const own = (id: string) => {
      const unit = { id, name: id };
      return { key: `overridden ${id}`, code: 'overridden', branches: 1, by: unit, examples: [unit] };
    };
    const reasons = [{ ...impact.reasons[0]!, key: 'suspended zj' }, own('江宁店'), own('鼓楼店')];
    const fields = [{ kind: 'afterSalesRules', field: 'selfServiceDays', branches: 36 }] as const;
    const { user } = renderPage(
      <ImpactPanel impact={{ ...impact, reasons, fields }} branches={({ keys, field }) => <p>{[...keys, field].join('|')}</p>} />,
      { answers: { PolicyKinds: { policyKinds: kinds } } },
    );
    const opened = async (name: RegExp | string) => {
      await user.click(await screen.findByRole('button', { name }));
      const dialog = await screen.findByRole('dialog');
      const said = dialog.textContent;
      await user.click(within(dialog).getByRole('button', { name: '关闭' }));
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
      return said;
    };
    expect(await opened('查看 389 家')).toContain('389 家将变化，20 家无变化changed|');
    expect(await opened(/^查看 16 家/u)).toContain('已由浙江暂停服务suspended zj|');
    expect(await opened(/^查看 2 家/u)).toContain('overridden 江宁店|overridden 鼓楼店|');
    expect(await opened('查看 36 家 · 自助售后期')).toContain('changed|selfServiceDays');
  });

  it('opens nothing where nobody says how its branches are asked for', () => {
    renderPage(<ImpactPanel impact={impact} />);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what returns cost this month where the change is made, to whoever may know, and before it is made', () => {
    const node = { id: 'east', name: '华东' };
    const text = '华东及其下级本月退货成本 ¥12,340.00';
    const { unmount } = renderPage(<ImpactPanel impact={{ ...impact, node, costThisMonth: 1_234_000 }} />);
    expect(screen.getByText(text)).toBeInTheDocument();
    unmount();
    renderPage(<ImpactPanel impact={{ ...impact, node, costThisMonth: null }} />);
    renderPage(<ImpactPanel impact={{ ...impact, node, costThisMonth: 1_234_000, dryRun: false }} />);
    expect(screen.queryByText(text)).not.toBeInTheDocument();
  });

  it('speaks of what was done once it was', () => {
    renderPage(<ImpactPanel impact={{ ...impact, dryRun: false, changed: 1, unchanged: 1, reasons: [] }} />, { locale: 'en' });
    expect(screen.getByText('1 branch has changed, 1 has not')).toBeInTheDocument();
  });

  it('lists the checks that failed, in words', () => {
    const problems = [
      { code: 'TYPE_NOT_ALLOWED', nodeName: '上海' },
      { code: 'NEW_CHECK', setBy: '总部' },
    ];
    renderPage(<ImpactPanel impact={{ ...impact, problems }} />);
    const checks = within(screen.getByRole('list', { name: '校验' })).getAllByRole('listitem');
    expect(checks.map((check) => check.textContent)).toEqual([
      '这一类组织不能放在这里，选择别的上级 · 上海',
      '未通过校验（NEW_CHECK）',
    ]);
  });
});
