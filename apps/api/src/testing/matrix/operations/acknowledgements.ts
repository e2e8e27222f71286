import type { Loose } from '../../client.js';
import { figure, lookup, sorted, type Operation } from '../operation.js';
import { isUnder, type Oracle } from '../oracle.js';
import type { World } from '../world.js';
import { page } from './records.js';

interface Due {
  readonly assignment: string;
  readonly store: string;
}

/** What each store will follow: the version given to the nearest unit that was given any, the last recorded where there are several. */
const dueIn = (world: World): Due[] =>
  world.units
    .filter(({ type }) => type === 'store')
    .flatMap(({ id: store }) => {
      const above = world.policies.filter(({ assignedTo }) => isUnder(world, store, assignedTo));
      const nearest = above.filter(({ assignedTo }) => above.every((other) => isUnder(world, assignedTo, other.assignedTo)));
      const last = nearest
        .map(({ assignment }) => assignment)
        .sort()
        .at(-1);
      return last === undefined ? [] : [{ assignment: last, store }];
    });

const seenDue = (it: Oracle): Due[] => dueIn(it.world).filter(({ store }) => it.sees('acknowledgement.read', store));

const isManaged = (it: Oracle, store: string): boolean =>
  it.asker.held.some(({ role, unit }) => role === 'storeManager' && isUnder(it.world, store, unit));

const counted = (due: readonly Due[]): string[] => {
  const assignments = [...new Set(due.map(({ assignment }) => assignment))];
  return sorted(assignments.map((id) => `${id} ${String(due.filter(({ assignment }) => assignment === id).length)}`));
};

export const acknowledgements: readonly Operation[] = [
  figure(
    'acknowledgements',
    'acknowledgement.read',
    `{ acknowledgements(${page}) { total items { id branches } } }`,
    (it) => counted(seenDue(it)),
    (data) => sorted(data.acknowledgements.items.map(({ id, branches }: Loose) => `${String(id)} ${String(branches)}`)),
  ),
  lookup(
    'acknowledgingBranches',
    'acknowledgement.read',
    `query ($id: ID!) { acknowledgingBranches(assignmentId: $id, ${page}) { items { node { id } } } }`,
    (it) => it.world.policies.map(({ assignment }) => assignment),
    (it, id) => {
      const stores = seenDue(it).filter(({ assignment }) => assignment === id);
      return stores.length === 0 ? null : sorted(stores.map(({ store }) => store));
    },
    (data) => sorted(data.acknowledgingBranches.items.map(({ node }: Loose) => node.id as string)),
  ),
  figure(
    'myAcknowledgements',
    'acknowledgement.accept',
    `{ myAcknowledgements(${page}) { items { id } } }`,
    (it) =>
      sorted(
        dueIn(it.world)
          .filter(({ store }) => isManaged(it, store))
          .map(({ assignment, store }) => `${assignment} ${store}`),
      ),
    (data) => sorted(data.myAcknowledgements.items.map(({ id }: Loose) => id as string)),
  ),
];
