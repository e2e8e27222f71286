import { screen } from '@testing-library/react';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import type { OrderKindRules } from './documents';
import { KindTrail } from './KindTrail';

const [schema] = kinds;

type Suspension = NonNullable<OrderKindRules['suspension']>;

const suspension: Suspension = {
  ...{ node: { name: '华东' }, reason: '三月预算', authorName: '孙会计', from: '2026-03-12T06:05:00Z' },
  ...{ budget: null, review: null },
};

const rules = (change: Partial<Suspension>): OrderKindRules => ({
  ...{ kind: 'returnShippingSubsidy', hash: '7f3a21'.padEnd(64, '0'), suspended: true, reproduced: true, fields: [] },
  suspension: { ...suspension, ...change },
});

const open = (change: Partial<Suspension>, locale: 'zh' | 'en' = 'zh') =>
  renderPage(<KindTrail rules={rules(change)} schema={schema!} />, { locale });

describe('why nothing was promised at payment', () => {
  const budget = { month: '2026-03', amount: 1_000_000, currency: 'CNY' };

  it('names the budget that was used up, since when, and who had set it', async () => {
    open({ budget });
    expect(await screen.findByText(/付款时预算已用尽/)).toBeInTheDocument();
    expect(screen.getByText(/华东 2026年3月的预算 ¥10,000\.00 于 2026-03-12 .* 用尽.*孙会计设定 · 三月预算/)).toBeInTheDocument();
    expect(screen.queryByText(/已暂停服务/)).not.toBeInTheDocument();
  });

  it('says so in English too', async () => {
    open({ budget }, 'en');
    expect(await screen.findByText(/The Mar 2026 budget of 华东, ¥10,000\.00, was used up 2026-03-12/)).toHaveTextContent(
      /set by 孙会计 · 三月预算/,
    );
  });

  it('names who suspended the service, where no budget did', async () => {
    open({ review: { reviewerName: null, reviewedAt: null } });
    expect(await screen.findByText(/付款时已暂停服务/)).toBeInTheDocument();
    expect(screen.getByText(/华东 · 孙会计 .* · 三月预算 · 待事后复核/)).toBeInTheDocument();
  });
});
