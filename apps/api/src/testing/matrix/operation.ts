import type { Loose } from '../client.js';
import type { Oracle, ReadPermission } from './oracle.js';
import type { Random } from './random.js';

/** Variables of one question. */
export type Asked = Readonly<Record<string, string>>;

/** A way to read something, and what the oracle says it must answer. */
export interface Operation {
  readonly name: string;
  /** Without it anywhere the answer is FORBIDDEN. */
  readonly permission: ReadPermission;
  /** GraphQL with one root field, or the path of a file to get, `:id` what is asked about. */
  readonly query: string;
  /** Of a path: `HTTP Controller.method`. */
  readonly handler?: string;
  /** What to ask about this time; null: nothing of that kind in this world. */
  readonly about: (oracle: Oracle, random: Random) => Asked | null;
  /** What the answer said; not asked where it is NOT_FOUND, which reads as null. */
  readonly said: (data: Loose) => unknown;
  readonly expected: (oracle: Oracle, asked: Asked) => unknown;
}

/** The handler an operation asks: its query's one root field, or the route it names. */
export const handlerOf = ({ query, handler }: Operation): string => handler ?? `Query.${/\{\s*(\w+)/.exec(query)?.[1] ?? ''}`;

/** Sets are compared, not orders: that the order is right is each list's own test. */
export const sorted = (ids: readonly string[]): string[] => [...ids].sort();

const idsOf = (items: readonly { id: string }[]): string[] => sorted(items.map(({ id }) => id));

type Ids = (oracle: Oracle) => readonly string[];

/** A list is exactly what is seen, and so is its count where it has one. */
export function list(
  name: string,
  permission: ReadPermission,
  query: string,
  expected: Ids,
  read: (data: Loose) => Loose,
): Operation {
  return {
    name,
    permission,
    query,
    about: () => ({}),
    said: (data) => {
      const { items, total } = read(data);
      return { ids: idsOf(items), total: total ?? items.length };
    },
    expected: (oracle) => {
      const ids = sorted(expected(oracle));
      return { ids, total: ids.length };
    },
  };
}

type Said = (data: Loose) => unknown;
type Expected = (oracle: Oracle, id: string) => unknown;

/** A question about one record, wherever it stands: what is not seen is not there. */
export function lookup(
  name: string,
  permission: ReadPermission,
  query: string,
  ids: Ids,
  expected: Expected,
  said: Said = (data) => Object.values(data as Record<string, { id: string } | null>)[0]?.id ?? null,
): Operation {
  return {
    name,
    permission,
    query,
    about: (oracle, random) => {
      const all = ids(oracle);
      return all.length === 0 ? null : { id: random.pick(all) };
    },
    said,
    expected: (oracle, { id = '' }) => expected(oracle, id),
  };
}

/** A number or any other value about all that is seen. */
export function figure(
  name: string,
  permission: ReadPermission,
  query: string,
  expected: (oracle: Oracle) => unknown,
  said: Said,
): Operation {
  return { name, permission, query, about: () => ({}), said, expected };
}
