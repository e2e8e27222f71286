import { screen, within } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import type { CaseDetail } from './documents';
import { Timeline } from './Timeline';

type Event = CaseDetail['events'][number];

const event = (seq: number, day: number): Event => ({
  ...{
    id: `e${String(seq)}`,
    seq,
    at: `2026-03-${String(day)}T02:00:00Z`,
    actorKind: 'buyer',
    actorName: '李娜',
    verb: 'askInfo',
  },
  ...{ rule: null, overruled: [], from: 'APPLIED', to: 'APPLIED', reason: null, oldDeadline: null, newDeadline: null },
});
const events = (count: number) => Array.from({ length: count }, (_, index) => event(index, 10 + Math.floor(index / 5)));
const steps = () => screen.getAllByRole('listitem');

it('shows a short history whole, the newest step first', () => {
  renderPage(<Timeline events={[event(0, 10), { ...event(1, 11), verb: 'approve' }]} />, {});
  expect(steps()[0]).toHaveTextContent('同意');
  expect(screen.queryByRole('group')).not.toBeInTheDocument();
});

it('folds a long one by day, with the last day open', async () => {
  const { user } = renderPage(<Timeline events={events(13)} />, { locale: 'en' });
  const days = screen.getAllByRole('group');
  expect(days.map((day) => day.hasAttribute('open'))).toEqual([true, false, false]);
  expect(days.map((day) => day.querySelector('summary')?.textContent)).toEqual([
    expect.stringMatching(/12 Mar.* · 3 steps$/),
    expect.stringMatching(/11 Mar.* · 5 steps$/),
    expect.stringMatching(/10 Mar.* · 5 steps$/),
  ]);
  const earlier = days[1] as HTMLElement;
  await user.click(within(earlier).getByText(/5 steps/));
  expect(earlier).toHaveAttribute('open');
  expect(within(earlier).getAllByRole('listitem')).toHaveLength(5);
});

it('names the rules that were overruled', () => {
  const overruled = { ...event(1, 10), verb: 'overrule', overruled: [{ zh: '同一动作次数', en: 'Repeats of one step' }] };
  renderPage(<Timeline events={[overruled]} />, {});
  expect(steps()[0]).toHaveTextContent('推翻规则：同一动作次数');
});
