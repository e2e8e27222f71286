import { conditionText } from '../values/conditions.js';
import type { ConditionsTable } from '../values/types.js';
import { asksNoMore, checklistFor, conditionRowsInUse } from './conditions.js';

const table: ConditionsTable = [
  { category: 'shoes', items: ['intact', 'packagingComplete'] },
  { category: null, items: ['intact', 'unused'] },
];

describe('the conditions in which goods come back', () => {
  it('are those of the first row that matches', () => {
    expect(checklistFor(table, ['shoes'])).toEqual(['intact', 'packagingComplete']);
    expect(checklistFor(table, ['hats'])).toEqual(['intact', 'unused']);
    expect(checklistFor(table, [null])).toEqual(['intact', 'unused']);
    expect(checklistFor([{ category: 'shoes', items: ['intact'] }], ['hats'])).toEqual([]);
  });

  it('of several lines are each asked once', () => {
    expect(checklistFor(table, ['shoes', 'hats'])).toEqual(['intact', 'packagingComplete', 'unused']);
  });

  it('are no stricter where every category asks for no more', () => {
    const less: ConditionsTable = [{ category: null, items: ['intact'] }];
    expect(asksNoMore(less, table)).toBe(true);
    expect(asksNoMore(table, less)).toBe(false);
    expect(asksNoMore([{ category: 'hats', items: ['tagsOn'] }], table)).toBe(false);
    expect(asksNoMore(table, table)).toBe(true);
  });

  it('have rows that are never reached where an earlier one always matches', () => {
    expect([...conditionRowsInUse(table)].sort()).toEqual([0, 1]);
    expect([...conditionRowsInUse([...table, { category: 'hats', items: ['intact'] }])].sort()).toEqual([0, 1]);
  });

  it('are named in both languages where the product knows them, else as the chain wrote them', () => {
    expect(conditionText('tagsOn')).toEqual({ zh: '吊牌未拆', en: 'Tags on' });
    expect(conditionText('鞋底无磨损')).toEqual({ zh: '鞋底无磨损', en: '鞋底无磨损' });
    expect(conditionText('toString')).toEqual({ zh: 'toString', en: 'toString' });
  });
});
