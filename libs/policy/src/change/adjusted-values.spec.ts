import { chainOf, id, rules, type Recordable } from '../testing/chain.js';
import { adjustedValues } from './adjusted-values.js';

const adjusted = (unit: string, ...facts: Recordable[]) =>
  adjustedValues(chainOf(...facts), 'afterSalesRules', id(unit), 100).map(({ field, wanted, value, by, source }) => ({
    ...{ field, wanted, value, by },
    track: source.track,
  }));

const bound = rules('HQ/library', { selfServiceDays: { guard: { min: 5, max: 20 } } }, { from: 50 });

describe('values adjusted to later bounds', () => {
  it.each(['library', 'own'] as const)('are found where the %s track says them', (track) => {
    expect(adjusted('s1', rules(`s1/${track}`, { selfServiceDays: { set: 30 } }), bound)).toEqual([
      { field: 'selfServiceDays', wanted: 30, value: 20, by: 'HQ', track },
    ]);
  });

  it('are of the unit that set them, and not of those that inherit them', () => {
    const facts = [rules('east/library', { selfServiceDays: { set: 30 } }), bound];
    expect(adjusted('east', ...facts)).toHaveLength(1);
    expect(adjusted('s1', ...facts, rules('s1/own', { shipDays: { set: 9 } }))).toEqual([]);
  });

  it('are none where a value fits, and none where nothing is set', () => {
    expect(adjusted('s1', rules('s1/own', { selfServiceDays: { set: 18 } }), bound)).toEqual([]);
    expect(adjusted('s1', bound)).toEqual([]);
  });
});
