import { screen, within } from '@testing-library/react';
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
