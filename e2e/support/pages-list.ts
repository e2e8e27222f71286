import { demoClient, emailOf, type DemoRole } from './demo-people.js';
import type { Say } from './dictionary.js';

/** Records of the demo chain that pages are opened for. */
export interface Places {
  readonly hq: string;
  readonly store: { readonly id: string; readonly name: string };
  readonly region: string;
  /** A case in each of these states, with its code. */
  readonly cases: Readonly<Record<string, { readonly id: string; readonly code: string } | undefined>>;
  readonly order: { readonly id: string; readonly code: string };
  readonly policy: { readonly id: string; readonly name: string; readonly version: number };
  /** A draft of free returns, whose texts are previewed. */
  readonly draft: { readonly path: string; readonly title: string } | null;
  readonly rollout: Rollout;
  readonly job: { readonly id: string; readonly action: string; readonly node: { readonly name: string } };
  /** A change set in each of these states. */
  readonly changes: Readonly<Record<string, ChangeSet | undefined>>;
  readonly unitId: string;
  readonly bills: readonly BillPlace[];
  /** A carrier's price card. */
  readonly card: { readonly id: string; readonly carrier: string };
}

/** A carrier's bill, or an insurer's. */
interface BillPlace {
  readonly id: string;
  readonly kind: string;
  readonly biller: string;
}

interface Rollout {
  readonly id: string;
  readonly policyName: string;
  readonly versionNumber: number;
  readonly node: { readonly name: string };
}

interface ChangeSet {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly node: { readonly name: string };
}

interface Found {
  viewer: { home: { name: string } };
  cases: { items: { id: string; code: string; state: string }[] };
  orders: { items: { id: string; code: string }[] };
  policies: { items: { id: string; name: string; versions: { number: number }[] }[] };
  drafts: { items: { id: string; name: string; draft: { number: number } | null }[] };
  rollouts: { items: Rollout[] };
  jobs: { items: Places['job'][] };
  changeSets: { items: ChangeSet[] };
}

const QUESTION = `{
  viewer { home { name } }
  cases(filter: { view: "all" }, sort: appliedAt, page: { first: 200 }) { items { id code state } }
  orders(page: { first: 1 }) { items { id code } }
  policies(page: { first: 1 }) { items { id name versions { number } } }
  drafts: policies(kind: returnShippingSubsidy, page: { first: 50 }) { items { id name draft { number } } }
  rollouts(page: { first: 1 }) { items { id policyName versionNumber node { name } } }
  jobs(page: { first: 1 }) { items { id action node { name } } }
  changeSets(page: { first: 50 }) { items { id title status node { name } } }
}`;

const homeOf = async (url: string, role: DemoRole) => {
  const client = await demoClient(url, emailOf(role));
  return (await client.ask<{ viewer: { home: { id: string; name: string } } }>('{ viewer { home { id name } } }')).viewer.home;
};

interface FoundByFinance {
  bills: { items: BillPlace[] };
  priceCards: { items: Places['card'][] };
}

/** A bill of each kind, and a card. */
async function findBills(url: string): Promise<Pick<Places, 'bills' | 'card'>> {
  const finance = await demoClient(url, emailOf('finance'));
  const { bills, priceCards } = await finance.ask<FoundByFinance>(
    '{ bills(page: { first: 50 }) { items { id kind biller } } priceCards(page: { first: 1 }) { items { id carrier } } }',
  );
  const [card] = priceCards.items;
  if (!card) throw new Error('the demo chain has no price card');
  const kinds = [...new Set(bills.items.map(({ kind }) => kind))];
  return { card, bills: kinds.flatMap((kind) => bills.items.find((bill) => bill.kind === kind) ?? []) };
}

function draftIn(policies: Found['drafts']['items']): Places['draft'] {
  const found = policies.find(({ draft }) => draft !== null);
  if (!found?.draft) return null;
  const number = String(found.draft.number);
  return { path: `/policies/${found.id}/versions/${number}`, title: `${found.name} v${number}` };
}

export async function findPlaces(url: string): Promise<Places> {
  const operator = await demoClient(url, emailOf('operator'));
  const { viewer, cases, orders, policies, drafts, rollouts, jobs, changeSets } = await operator.ask<Found>(QUESTION);
  const [order] = orders.items;
  const [policy] = policies.items;
  const [rollout] = rollouts.items;
  const [job] = jobs.items;
  const region = await homeOf(url, 'region');
  if (order === undefined || policy === undefined || rollout === undefined || job === undefined)
    throw new Error('the demo chain has no order, no policy, no rollout or no job');
  return {
    hq: viewer.home.name,
    store: await homeOf(url, 'manager'),
    region: region.name,
    cases: Object.fromEntries(cases.items.map((item) => [item.state, item])),
    order,
    rollout,
    job,
    policy: { id: policy.id, name: policy.name, version: policy.versions[0]?.number ?? 1 },
    draft: draftIn(drafts.items),
    changes: Object.fromEntries(changeSets.items.map((item) => [item.status, item])),
    unitId: region.id,
    ...(await findBills(url)),
  };
}

export interface PageCase {
  readonly path: string;
  readonly role: DemoRole | null;
  /** Text of the heading. */
  readonly title: string;
  /** What the line below it names: the scope, or the record's own place. */
  readonly scope?: string;
  /** What the page is dated by, where it is. */
  readonly date?: string | RegExp;
}

const month = /\d{4}/;

/** Every page of the console, each as one who works with it, in the words of a language. */
export function pagesOf(t: Say, places: Places): PageCase[] {
  const { hq, store, region, order, policy, rollout, job, unitId, card } = places;
  const states = ['APPLIED', 'AWAIT_RECEIPT', 'REFUNDED', 'DISPUTED', 'REFUNDING'] as const;
  const cases = states.flatMap((state): PageCase[] => {
    const item = places.cases[state];
    return item ? [{ path: `/cases/${item.id}`, role: 'operator', title: t('cases.code', { code: item.code }) }] : [];
  });
  const arriving = places.cases['AWAIT_RECEIPT'];
  const arrivals: PageCase[] = arriving
    ? [{ path: `/receiving?scanned=${arriving.code}`, role: 'admin', title: t('cases.receiving.title'), scope: hq }]
    : [];
  const drafts: PageCase[] = places.draft
    ? [{ path: `${places.draft.path}?panel=notice`, role: 'operator', title: places.draft.title }]
    : [];
  const changes = (['draft', 'inReview', 'live'] as const).flatMap((status): PageCase[] => {
    const set = places.changes[status];
    return set ? [{ path: `/changes/${set.id}`, role: 'admin', title: set.title, scope: set.node.name }] : [];
  });
  const bills = places.bills.map(({ id, biller }): PageCase => ({
    path: `/money/bills/${id}`,
    role: 'finance',
    title: biller,
    date: month,
  }));
  const version = `${policy.name} v${String(policy.version)}`;
  const running = t('rollouts.versionOf', { policy: rollout.policyName, n: String(rollout.versionNumber) });
  return [
    { path: '/', role: null, title: t('signIn.title') },
    { path: '/', role: 'operator', title: t('home.title'), scope: hq },
    { path: '/', role: 'region', title: t('home.title'), scope: region },
    { path: '/coverage', role: 'operator', title: t('coverage.title'), scope: hq },
    { path: '/coverage/select?rate=8', role: 'operator', title: t('jobs.select.title'), scope: hq },
    { path: '/coverage/select?by=list', role: 'region', title: t('jobs.select.title'), scope: region },
    { path: '/jobs', role: 'operator', title: t('jobs.overview.title'), scope: hq, date: t('jobs.overview.list.mine') },
    { path: '/jobs?list=all', role: 'auditor', title: t('jobs.overview.title'), scope: hq, date: t('jobs.overview.list.all') },
    {
      path: `/jobs/${job.id}`,
      role: 'operator',
      title: t('jobs.job.title', { action: t(`jobs.action.${job.action}`) }),
      scope: job.node.name,
    },
    { path: '/calendar', role: 'operator', title: t('calendar.title'), scope: hq },
    { path: '/calendar?view=lanes&by=field', role: 'operator', title: t('calendar.title'), scope: hq },
    { path: '/drift', role: 'region', title: t('drift.title'), scope: region },
    { path: '/changes', role: 'admin', title: t('changes.title'), scope: hq },
    ...changes,
    { path: '/policies', role: 'operator', title: t('policies.title') },
    { path: `/policies/${policy.id}`, role: 'operator', title: policy.name },
    { path: `/policies/${policy.id}/versions/${String(policy.version)}`, role: 'operator', title: version },
    { path: `/effective/${store.id}`, role: 'operator', title: t('effective.title'), scope: store.name },
    { path: `/effective/${store.id}?view=timeline`, role: 'operator', title: t('effective.title'), scope: store.name },
    { path: '/effective?kind=afterSalesRules', role: 'manager', title: t('effective.title'), scope: store.name },
    { path: `/effective/${store.id}?kind=serviceScripts`, role: 'operator', title: t('effective.title'), scope: store.name },
    {
      path: `/compare?from=${store.id}&to=${unitId}`,
      role: 'operator',
      title: t('compare.title'),
      scope: hq,
    },
    { path: '/rollouts', role: 'operator', title: t('rollouts.title'), scope: hq, date: t('rollouts.list.open') },
    {
      path: `/rollouts/${rollout.id}`,
      role: 'operator',
      title: t('rollouts.one', { version: running }),
      scope: rollout.node.name,
    },
    { path: '/exemptions', role: 'operator', title: t('exemptions.title'), scope: hq, date: t('exemptions.list.open') },
    {
      path: '/acknowledgements',
      role: 'operator',
      title: t('acknowledgements.title'),
      scope: hq,
      date: t('acknowledgements.list.open'),
    },
    {
      path: '/acknowledgements?list=overdue',
      role: 'region',
      title: t('acknowledgements.title'),
      scope: region,
      date: t('acknowledgements.list.overdue'),
    },
    { path: '/acknowledgements', role: 'manager', title: t('acknowledgements.title'), scope: store.name },
    { path: '/queue', role: 'manager', title: t('cases.queue.title'), scope: store.name, date: t('cases.view.toDo') },
    { path: '/queue?view=all', role: 'operator', title: t('cases.queue.title'), scope: hq, date: t('cases.view.all') },
    { path: '/queue?view=ended', role: 'staff', title: t('cases.queue.title'), scope: store.name, date: t('cases.view.ended') },
    { path: '/receiving', role: 'staff', title: t('cases.receiving.title'), scope: store.name },
    { path: '/receiving?scanned=NOTHING', role: 'manager', title: t('cases.receiving.title'), scope: store.name },
    ...arrivals,
    { path: '/disputes', role: 'operator', title: t('cases.disputes.title'), scope: hq },
    { path: '/overruled', role: 'operator', title: t('overruled.title'), scope: hq },
    { path: '/closed-days', role: 'operator', title: t('closedDays.title'), scope: hq },
    ...cases,
    ...drafts,
    { path: '/orders', role: 'manager', title: t('orders.title'), scope: store.name },
    { path: `/orders/${order.id}`, role: 'operator', title: t('orders.one', { code: order.code }) },
    { path: `/orders/${order.id}?drawer=promise:${order.id}`, role: 'operator', title: t('orders.one', { code: order.code }) },
    { path: '/money', role: 'finance', title: t('money.home.title'), scope: hq, date: month },
    { path: '/money/costs', role: 'finance', title: t('money.costs.title'), scope: hq, date: t('money.costs.allMonths') },
    { path: '/money/subsidy', role: 'finance', title: t('money.subsidy.title'), scope: hq, date: t('money.costs.allMonths') },
    { path: '/money/budgets', role: 'finance', title: t('money.budgets.title'), scope: hq, date: month },
    { path: '/money/claims', role: 'finance', title: t('money.claims.title'), scope: hq, date: t('money.claims.list.open') },
    {
      path: '/money/claims?status=all',
      role: 'admin',
      title: t('money.claims.title'),
      scope: hq,
      date: t('money.claims.list.all'),
    },
    { path: '/money/close', role: 'finance', title: t('money.close.title') },
    { path: '/money/bills', role: 'finance', title: t('bills.title') },
    ...bills,
    { path: '/money/bills/price-cards', role: 'finance', title: t('bills.cards.title') },
    { path: `/money/bills/price-cards/${card.id}`, role: 'finance', title: card.carrier },
    { path: '/money/statements', role: 'finance', title: t('money.statement.title') },
    { path: `/money/statements?scope=${store.id}`, role: 'finance', title: t('money.statement.title'), scope: store.name },
    { path: '/org', role: 'operator', title: t('org.title'), scope: hq },
    { path: `/org/${unitId}`, role: 'admin', title: t('org.title'), scope: hq },
    { path: '/people', role: 'admin', title: t('people.title'), scope: hq },
    { path: '/audit', role: 'auditor', title: t('audit.title'), scope: hq },
    { path: `/audit?drawer=promise:${order.id}`, role: 'auditor', title: t('audit.title'), scope: hq },
    { path: '/me', role: 'auditor', title: t('me.title') },
  ];
}
