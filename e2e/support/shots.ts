import type { DemoRole } from './demo-people.js';
import type { Say } from './dictionary.js';
import type { Places } from './pages-list.js';

export interface Shot {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly role: DemoRole;
  readonly path: string;
  /** The heading of the part that the picture is about, where the page does not begin with it. */
  readonly below?: string;
}

/** Pictures of the pages on which rules are made: docs/studio.md shows them in this order. */
function studioOf(t: Say, { store, policy, draft, changes, rollout, job, unitId }: Places): Shot[] {
  const inReview = changes['inReview']?.id ?? '';
  return [
    { name: 'home', role: 'admin', path: '/' },
    { name: 'coverage', role: 'operator', path: '/coverage' },
    { name: 'select', role: 'operator', path: '/coverage/select?rate=8' },
    { name: 'jobs', role: 'operator', path: '/jobs' },
    { name: 'job', role: 'operator', path: `/jobs/${job.id}` },
    { name: 'policies', role: 'operator', path: '/policies' },
    { name: 'policy', role: 'operator', path: `/policies/${policy.id}` },
    { name: 'version-editor', role: 'operator', path: draft?.path ?? '/policies' },
    {
      name: 'version-diff',
      role: 'operator',
      path: `/policies/${policy.id}/versions/${String(policy.version)}`,
      below: t('policies.diff.title'),
    },
    { name: 'change-sets', role: 'admin', path: '/changes' },
    { name: 'change-set', role: 'admin', path: `/changes/${inReview}?tab=impact` },
    { name: 'calendar', role: 'operator', path: '/calendar' },
    { name: 'calendar-lanes', role: 'operator', path: '/calendar?view=lanes&by=field' },
    { name: 'why', role: 'operator', path: `/effective/${store.id}?kind=afterSalesRules&drawer=why:noReasonDays` },
    { name: 'timeline', role: 'operator', path: `/effective/${store.id}?kind=afterSalesRules&view=timeline` },
    { name: 'scripts', role: 'operator', path: `/effective/${store.id}?kind=serviceScripts` },
    { name: 'compare', role: 'operator', path: `/compare?from=${store.id}&to=${unitId}` },
    { name: 'drift', role: 'operator', path: '/drift' },
    { name: 'exemptions', role: 'operator', path: '/exemptions' },
    { name: 'acknowledgements', role: 'operator', path: '/acknowledgements' },
    { name: 'rollouts', role: 'operator', path: '/rollouts' },
    { name: 'rollout', role: 'operator', path: `/rollouts/${rollout.id}` },
    { name: 'audit', role: 'auditor', path: '/audit' },
  ];
}

/** Pictures of the pages on which cases are worked: docs/desk.md shows them in this order. */
const deskOf = ({ cases, order }: Places): Shot[] => [
  { name: 'queue', role: 'manager', path: '/queue' },
  { name: 'case', role: 'operator', path: `/cases/${cases['AWAIT_RECEIPT']?.id ?? ''}` },
  { name: 'receiving', role: 'admin', path: `/receiving?scanned=${cases['AWAIT_RECEIPT']?.code ?? ''}` },
  { name: 'disputes', role: 'operator', path: '/disputes' },
  { name: 'order', role: 'operator', path: `/orders/${order.id}` },
  { name: 'closed-days', role: 'operator', path: '/closed-days' },
];

/** Pictures of the pages on which finance works: docs/money.md shows them in this order. */
const moneyOf = ({ store }: Places): Shot[] => [
  { name: 'money', role: 'finance', path: '/money' },
  { name: 'costs', role: 'finance', path: '/money/costs' },
  { name: 'subsidy', role: 'finance', path: '/money/subsidy' },
  { name: 'statement', role: 'finance', path: `/money/statements?scope=${store.id}` },
  { name: 'budgets', role: 'finance', path: '/money/budgets' },
  { name: 'close', role: 'finance', path: '/money/close' },
];

export const shotsOf = (t: Say, places: Places): Shot[] => [...studioOf(t, places), ...deskOf(places), ...moneyOf(places)];
