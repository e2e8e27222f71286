import type { Loose } from '../../client.js';
import { figure, list, lookup, sorted, type Operation } from '../operation.js';
import type { Oracle } from '../oracle.js';
import { caseIds, caseOf, ids, listedCases, page } from './records.js';

/** Cases go by the end of their ids here. */
const codeOf = (id: string) => id.slice(-16);

const codes = (it: Oracle) => caseIds(it).map(codeOf);

const counters = ({ world }: Oracle) => world.units.filter(({ type }) => type === 'store').map(({ id }) => id);

const orderIds = ({ world }: Oracle) => world.orders.map(({ id }) => id);

const seesCase = (oracle: Oracle, id: string) => {
  const row = caseOf(oracle, id);
  return row !== undefined && oracle.seesOf('case.read', row.order, row.unit);
};

/** Who may read cases there learns that he may not take them in; to anybody else there are none. */
function takenIn<T>(it: Oracle, unit: string, goods: T): T | 'FORBIDDEN' | null {
  if (it.sees('case.registerDropIn', unit)) return goods;
  return it.sees('case.read', unit) ? 'FORBIDDEN' : null;
}

export const cases: readonly Operation[] = [
  list(
    'cases',
    'case.read',
    `{ cases(${page}) { total items { id } } }`,
    (it) => listedCases(it).map(({ id }) => id),
    (it) => it.cases,
  ),
  lookup('case', 'case.read', 'query ($id: ID!) { case(id: $id) { id } }', caseIds, (it, id) => (seesCase(it, id) ? id : null)),
  lookup(
    'dropIn over the counter that sold it',
    'case.registerDropIn',
    'query ($id: String!) { dropIn(code: $id) { code } }',
    codes,
    (it, code) => {
      const row = it.world.cases.find(({ id }) => codeOf(id) === code);
      return row ? takenIn(it, row.unit, code) : null;
    },
    (data) => data.dropIn?.code ?? null,
  ),
  {
    ...lookup(
      'dropIn over any counter',
      'case.registerDropIn',
      'query ($id: ID!, $code: String!) { dropIn(code: $code, at: $id) { code goods { name } } }',
      counters,
      (it, unit) => takenIn(it, unit, []),
      (data) => data.dropIn?.goods ?? null,
    ),
    about: (it, random) => {
      const [all, units] = [codes(it), counters(it)];
      return all.length === 0 || units.length === 0 ? null : { code: random.pick(all), id: random.pick(units) };
    },
  },
  {
    ...lookup(
      'photo of a case',
      'case.read',
      '/photos/:id',
      caseIds,
      (it, id) => (seesCase(it, id) ? 'a file' : 'NOT_FOUND'),
      () => 'a file',
    ),
    handler: 'HTTP PhotoController.file',
  },
  lookup(
    'case.order, case.cost',
    'case.read',
    'query ($id: ID!) { case(id: $id) { cost order { id } } }',
    caseIds,
    (it, id) => {
      const row = caseOf(it, id);
      if (!row || !seesCase(it, id)) return null;
      return { cost: it.sees('money.read', row.unit) ? row.cost : null, order: { id: row.order } };
    },
    (data) => data.case,
  ),
  lookup(
    'cases of an order',
    'case.read',
    `query ($id: ID!) { cases(filter: { orderId: $id }, ${page}) { items { id } } }`,
    orderIds,
    (it, id) =>
      sorted(
        listedCases(it)
          .filter(({ order }) => order === id)
          .map((row) => row.id),
      ),
    (data) => ids(data.cases.items),
  ),
  figure(
    'caseCounts',
    'case.read',
    '{ caseCounts { byState { key count } byView { key count } } }',
    (it) => {
      const inState = (state: string) => listedCases(it).filter((row) => row.state === state).length;
      const failed = listedCases(it).filter((row) => row.payoutFailed).length;
      const states = ['APPLIED', 'CLOSED', 'REFUNDING'].map((state) => [state, inState(state)]);
      return { states: Object.fromEntries(states.filter(([, count]) => count !== 0)), all: listedCases(it).length, failed };
    },
    ({ caseCounts: { byState, byView } }) => {
      const of = (counts: Loose, wanted: string) => counts.find(({ key }: Loose) => key === wanted).count;
      const counted = byState.filter(({ count }: Loose) => count !== 0).map(({ key, count }: Loose) => [key, count]);
      return { states: Object.fromEntries([...counted].sort()), all: of(byView, 'all'), failed: of(byView, 'payoutFailed') };
    },
  ),
];
