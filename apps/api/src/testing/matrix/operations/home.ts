import { figure, sorted, type Operation } from '../operation.js';
import { ids, listedCases } from './records.js';

export const home: readonly Operation[] = [
  figure(
    'home',
    'home.read',
    '{ home { branches openCases disputes exemptionsEnding costThisMonth upcoming { id } } }',
    (it) => ({
      branches: it.world.units.filter(({ id, type }) => type === 'store' && it.sees('coverage.read', id)).length,
      openCases: listedCases(it).filter(({ state }) => state !== 'CLOSED').length,
      disputes: 0,
      exemptionsEnding: it.world.exemptions.filter(({ unit }) => it.sees('exemption.read', unit)).length,
      cost: it.world.cases.reduce((sum, { unit, cost }) => sum + (it.sees('money.read', unit) ? cost : 0), 0),
      upcoming: sorted(
        it.world.policies.filter(({ assignedTo }) => it.sees('rules.read', assignedTo)).map(({ assignment }) => assignment),
      ),
    }),
    ({ home: { branches, openCases, disputes, exemptionsEnding, costThisMonth, upcoming } }) => ({
      branches,
      openCases,
      disputes,
      exemptionsEnding,
      cost: costThisMonth,
      upcoming: ids(upcoming),
    }),
  ),
];
