import type { Loose } from '../../client.js';
import { figure, sorted, type Operation } from '../operation.js';
import type { Oracle } from '../oracle.js';
import { listedCases } from './records.js';

/** What begins tomorrow, and the exemptions, which all end soon. */
const comingOf = (it: Oracle): string[] =>
  sorted([
    ...it.world.policies.filter(({ assignedTo }) => it.sees('rules.read', assignedTo)).map(({ assignment }) => assignment),
    ...it.world.exemptions.filter(({ unit }) => it.sees('rules.read', unit)).map(({ id }) => id),
  ]);

export const home: readonly Operation[] = [
  figure(
    'home',
    'home.read',
    '{ home { branches openCases disputes exemptionsEnding costThisMonth upcoming { factId } nextChange { factId } } }',
    (it) => ({
      branches: it.world.units.filter(({ id, type }) => type === 'store' && it.sees('coverage.read', id)).length,
      openCases: listedCases(it).filter(({ state }) => state !== 'CLOSED').length,
      disputes: 0,
      exemptionsEnding: it.world.exemptions.filter(({ unit }) => it.sees('exemption.read', unit)).length,
      cost: it.world.cases.reduce((sum, { unit, cost }) => sum + (it.sees('money.read', unit) ? cost : 0), 0),
      upcoming: comingOf(it),
      hasNext: comingOf(it).length > 0,
    }),
    ({ home: { branches, openCases, disputes, exemptionsEnding, costThisMonth, upcoming, nextChange } }) => ({
      branches,
      openCases,
      disputes,
      exemptionsEnding,
      cost: costThisMonth,
      upcoming: sorted(upcoming.map(({ factId }: Loose) => factId as string)),
      hasNext: nextChange !== null,
    }),
  ),
];
