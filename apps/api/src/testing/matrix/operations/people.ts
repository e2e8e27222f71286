import type { Loose } from '../../client.js';
import { figure, list, lookup, sorted, type Operation } from '../operation.js';
import { isUnder, type Oracle, type ReadPermission } from '../oracle.js';
import type { WorldPerson } from '../world.js';
import { ids, page, reachesInto, unitIds } from './records.js';

const reaches = (oracle: Oracle, { held }: WorldPerson) => held.some(({ unit }) => oracle.sees('person.read', unit));

const personOf = ({ world }: Oracle, id: string) => world.people.find((person) => person.id === id);

const rolesSeen = (oracle: Oracle, id: string) =>
  sorted((personOf(oracle, id)?.held ?? []).filter(({ unit }) => oracle.sees('person.read', unit)).map((grant) => grant.id));

const eventsSeen = (oracle: Oracle, permission: ReadPermission) =>
  oracle.world.events.filter(({ unit }) => oracle.sees(permission, unit));

/** Ids in the file's second column; its first line is the head. */
const csvIds = (text: Loose): string[] =>
  sorted(
    String(text)
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',')[1] ?? ''),
  );

export const people: readonly Operation[] = [
  list(
    'people',
    'person.read',
    `{ people(${page}) { total items { id } } }`,
    (it) => it.world.people.filter((one) => reaches(it, one)).map(({ id }) => id),
    (it) => it.people,
  ),
  lookup(
    'person',
    'person.read',
    'query ($id: ID!) { person(id: $id) { id } }',
    (it) => it.world.people.map(({ id }) => id),
    (it, id) => {
      const person = personOf(it, id);
      return person && reaches(it, person) ? id : null;
    },
  ),
  lookup(
    'person.grants',
    'person.read',
    'query ($id: ID!) { person(id: $id) { grants { id } } }',
    (it) => it.world.people.map(({ id }) => id),
    (it, id) => {
      const person = personOf(it, id);
      return person && reaches(it, person) ? rolesSeen(it, id) : null;
    },
    (data) => (data.person ? ids(data.person.grants) : null),
  ),
  list(
    'auditEvents',
    'audit.read',
    `{ auditEvents(${page}) { items { id } } }`,
    (it) => eventsSeen(it, 'audit.read').map(({ id }) => id),
    (it) => it.auditEvents,
  ),
  lookup(
    'auditEvents within',
    'audit.read',
    `query ($id: ID!) { auditEvents(filter: { within: $id }, ${page}) { items { id } } }`,
    unitIds,
    (it, id) =>
      reachesInto(it, 'audit.read', id)
        ? sorted(
            eventsSeen(it, 'audit.read')
              .filter(({ unit }) => isUnder(it.world, unit, id))
              .map((event) => event.id),
          )
        : null,
    (data) => ids(data.auditEvents.items),
  ),
  lookup(
    'auditEvent',
    'audit.read',
    'query ($id: ID!) { auditEvent(id: $id) { id } }',
    (it) => it.world.events.map(({ id }) => id),
    (it, id) => (eventsSeen(it, 'audit.read').some((event) => event.id === id) ? id : null),
  ),
  {
    ...figure(
      'audit.csv',
      'audit.export',
      '/exports/audit.csv',
      (it) => sorted(eventsSeen(it, 'audit.export').map(({ id }) => id)),
      csvIds,
    ),
    handler: 'HTTP AuditExportController.events',
  },
];
