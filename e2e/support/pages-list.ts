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
  readonly unitId: string;
}

interface Found {
  viewer: { home: { name: string } };
  cases: { items: { id: string; code: string; state: string }[] };
  orders: { items: { id: string; code: string }[] };
  policies: { items: { id: string; name: string; versions: { number: number }[] }[] };
}

const QUESTION = `{
  viewer { home { name } }
  cases(filter: { view: "all" }, sort: appliedAt, page: { first: 200 }) { items { id code state } }
  orders(page: { first: 1 }) { items { id code } }
  policies(page: { first: 1 }) { items { id name versions { number } } }
}`;

const homeOf = async (url: string, role: DemoRole) => {
  const client = await demoClient(url, emailOf(role));
  return (await client.ask<{ viewer: { home: { id: string; name: string } } }>('{ viewer { home { id name } } }')).viewer.home;
};

export async function findPlaces(url: string): Promise<Places> {
  const operator = await demoClient(url, emailOf('operator'));
  const { viewer, cases, orders, policies } = await operator.ask<Found>(QUESTION);
  const [order] = orders.items;
  const [policy] = policies.items;
  const region = await homeOf(url, 'region');
  if (order === undefined || policy === undefined) throw new Error('the demo chain has no order or no policy');
  return {
    hq: viewer.home.name,
    store: await homeOf(url, 'manager'),
    region: region.name,
    cases: Object.fromEntries(cases.items.map((item) => [item.state, item])),
    order,
    policy: { id: policy.id, name: policy.name, version: policy.versions[0]?.number ?? 1 },
    unitId: region.id,
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
  const { hq, store, region, order, policy, unitId } = places;
  const states = ['APPLIED', 'AWAIT_RECEIPT', 'REFUNDED', 'DISPUTED', 'REFUNDING'] as const;
  const cases = states.flatMap((state): PageCase[] => {
    const item = places.cases[state];
    return item ? [{ path: `/cases/${item.id}`, role: 'operator', title: t('cases.code', { code: item.code }) }] : [];
  });
  const version = `${policy.name} v${String(policy.version)}`;
  return [
    { path: '/', role: null, title: t('signIn.title') },
    { path: '/', role: 'operator', title: t('home.title'), scope: hq },
    { path: '/', role: 'region', title: t('home.title'), scope: region },
    { path: '/coverage', role: 'operator', title: t('coverage.title'), scope: hq },
    { path: '/calendar', role: 'operator', title: t('calendar.title'), scope: hq },
    { path: '/drift', role: 'region', title: t('drift.title'), scope: region },
    { path: '/policies', role: 'operator', title: t('policies.title') },
    { path: `/policies/${policy.id}`, role: 'operator', title: policy.name },
    { path: `/policies/${policy.id}/versions/${String(policy.version)}`, role: 'operator', title: version },
    { path: `/effective/${store.id}`, role: 'operator', title: t('effective.title'), scope: store.name },
    { path: '/effective?kind=afterSalesRules', role: 'manager', title: t('effective.title'), scope: store.name },
    {
      path: `/compare?from=${store.id}&to=${unitId}`,
      role: 'operator',
      title: t('compare.title'),
      scope: hq,
    },
    { path: '/exemptions', role: 'operator', title: t('exemptions.title'), scope: hq, date: t('exemptions.list.open') },
    { path: '/queue', role: 'manager', title: t('cases.queue.title'), scope: store.name, date: t('cases.view.toDo') },
    { path: '/queue?view=all', role: 'operator', title: t('cases.queue.title'), scope: hq, date: t('cases.view.all') },
    { path: '/queue?view=ended', role: 'staff', title: t('cases.queue.title'), scope: store.name, date: t('cases.view.ended') },
    ...cases,
    { path: '/orders', role: 'manager', title: t('orders.title'), scope: store.name },
    { path: `/orders/${order.id}`, role: 'operator', title: t('orders.one', { code: order.code }) },
    { path: '/money', role: 'finance', title: t('money.home.title'), scope: hq, date: month },
    { path: '/money/costs', role: 'finance', title: t('money.costs.title'), scope: hq, date: t('money.costs.allMonths') },
    { path: '/org', role: 'operator', title: t('org.title'), scope: hq },
    { path: `/org/${unitId}`, role: 'admin', title: t('org.title'), scope: hq },
    { path: '/people', role: 'admin', title: t('people.title'), scope: hq },
    { path: '/audit', role: 'auditor', title: t('audit.title'), scope: hq },
    { path: '/me', role: 'auditor', title: t('me.title') },
  ];
}
