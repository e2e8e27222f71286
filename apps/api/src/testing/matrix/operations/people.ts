import { list, lookup, sorted, type Operation } from '../operation.js';
import type { Oracle } from '../oracle.js';
import type { WorldPerson } from '../world.js';
import { ids, page } from './records.js';

const reaches = (oracle: Oracle, { held }: WorldPerson) => held.some(({ unit }) => oracle.sees('person.read', unit));

const personOf = ({ world }: Oracle, id: string) => world.people.find((person) => person.id === id);

const rolesSeen = (oracle: Oracle, id: string) =>
  sorted((personOf(oracle, id)?.held ?? []).filter(({ unit }) => oracle.sees('person.read', unit)).map((grant) => grant.id));

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
    (it) => it.world.events.filter(({ unit }) => it.sees('audit.read', unit)).map(({ id }) => id),
    (it) => it.auditEvents,
  ),
];
