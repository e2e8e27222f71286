import { chainOf, exempt, id, rules, type Recordable } from '../testing/chain.js';
import { driftAt } from './drift.js';

const at = 100;
const drifts = (...facts: Recordable[]) => driftAt(chainOf(...facts), 'afterSalesRules', id('s1'), at);
const brief = (...facts: Recordable[]) => drifts(...facts).map(({ field, class: kindOfDrift }) => [field, kindOfDrift]);

const own = (directives: Parameters<typeof rules>[1], from = 20) => rules('s1/own', directives, { from });

describe('drift (P15)', () => {
  it('is what the own track says otherwise than the unit would inherit', () => {
    const [drift] = drifts(rules('HQ/library', { selfServiceDays: { set: 20 } }), own({ selfServiceDays: { set: 30 } }));
    expect(drift).toMatchObject({
      ...{ nodeId: 's1', field: 'selfServiceDays', own: 30, inherited: 20, class: 'customised', since: 20 },
      ...{ source: { track: 'own' }, inheritedSource: { nodeId: 'HQ' } },
    });
  });

  it('is none where the unit only locks or bounds, and none on the shared track', () => {
    expect(brief(own({ selfServiceDays: { lock: true } }), rules('s1/library', { shipDays: { set: 9 } }))).toEqual([]);
  });

  it('is dead under a lock above, and not once the lock is lifted', () => {
    const locked = rules('HQ/library', { selfServiceDays: { set: 20, lock: true } });
    expect(brief(locked, own({ selfServiceDays: { set: 30 } }))).toEqual([['selfServiceDays', 'dead']]);
    expect(brief(locked, exempt('mall', ['selfServiceDays']), own({ selfServiceDays: { set: 30 } }))).toEqual([
      ['selfServiceDays', 'customised'],
    ]);
  });

  it('is redundant where it equals what is inherited, set or reset', () => {
    expect(brief(rules('HQ/library', { shipDays: { set: 9 } }), own({ shipDays: { set: 9 } }))).toEqual([
      ['shipDays', 'redundant'],
    ]);
    expect(brief(own({ shipDays: { reset: true } }))).toEqual([['shipDays', 'redundant']]);
  });

  it('is detached where what is inherited began later', () => {
    const later = rules('east/library', { selfServiceDays: { set: 25 } }, { from: 50 });
    expect(brief(own({ selfServiceDays: { set: 30 } }), later)).toEqual([['selfServiceDays', 'detached']]);
    expect(brief(own({ selfServiceDays: { set: 30 } }, 60), later)).toEqual([['selfServiceDays', 'customised']]);
  });

  it('stays what it is where the unit edits another field, or a unit above says the same again', () => {
    const inherited = rules('east/library', { selfServiceDays: { set: 25 } }, { from: 50 });
    const edited = own({ selfServiceDays: { set: 30 }, shipDays: { set: 9 } }, 60);
    expect(brief(own({ selfServiceDays: { set: 30 } }), inherited, edited)).toContainEqual(['selfServiceDays', 'detached']);
    const before = rules('east/library', { selfServiceDays: { set: 25 } });
    expect(brief(before, own({ selfServiceDays: { set: 30 } }), inherited)).toEqual([['selfServiceDays', 'customised']]);
  });

  it('stands since the value was first said without a break', () => {
    const sinceOf = (...facts: Recordable[]) => drifts(...facts)[0]?.since;
    const first = own({ selfServiceDays: { set: 30 } }, 10);
    const other = own({ selfServiceDays: { set: 30 }, shipDays: { set: 9 } }, 40);
    expect(sinceOf(first, other)).toBe(10);
    expect(sinceOf(first, own({ selfServiceDays: { set: 25 } }, 20), other)).toBe(40);
    expect(sinceOf(first, own(null, 20), other)).toBe(40);
  });
});
