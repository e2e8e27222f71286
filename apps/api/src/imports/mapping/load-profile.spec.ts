import { loadProfile, parseProfile, shippedProfiles } from './load-profile.js';

const units = (more: string) => `profile: mine\nunits:\n  key: No\n  name: Name\n${more}`;

describe('a mapping profile', () => {
  it('that ships with the product can be used', () => {
    expect(shippedProfiles()).toEqual([
      'carrier-bill',
      'carrier-bill-gbk',
      'insurer-bill',
      'insurer-bill-gbk',
      'olist',
      'orders-csv',
      'price-card',
      'price-card-gbk',
      'starbucks_cn',
    ]);
    for (const name of shippedProfiles()) expect(loadProfile(name).profile).toBe(name);
  });

  it.each([
    ['profile: mine\n', 'neither `units` nor `orders` nor `bill` nor `priceCard`'],
    ['profile: Mein Profil\n', 'line 1: profile must be 1 to 40'],
    ['profile: [\n', 'line'],
    [units('  colour: Red\n'), 'knows no "colour"'],
    [units('  type: house\n'), 'line 5: units.type'],
    ['profile: mine\nunits:\n  key: No\n', 'units.name'],
    [units('  city: { colum: City }\n'), 'the name of a column'],
    [units('  city: { column: City, pattern: "[" }\n'), 'line 5: units.city'],
    [units('  city: { column: City, table: towns }\n'), '"towns" is not among'],
    [
      units('  levels:\n    - { level: a, type: mall, key: A, name: A }\n    - { level: b, type: region, key: B, name: B }\n'),
      'a region may not stand under a mall',
    ],
    [units('  type: supplier\n  levels:\n    - { level: a, key: A, name: A }\n'), 'a supplier may not stand under a region'],
    [units('  levels:\n    - { level: a, key: A, name: A, optional: true }\n'), 'a store may not stand under a headquarters'],
    [units('  file: sellers\n'), 'has no `files`'],
    [
      'profile: mine\nfiles: { a: a.csv, b: b.csv }\norders:\n  file: a\n  key: No\n  lookups: [{ file: b, on: B }]\n' +
        '  order: { placedAt: At }\n  lines: { file: a, lookups: [{ file: b, on: C }], store: S, sku: K, price: P }\n',
      'line 8: orders.lines.lookups.0.on must be B',
    ],
    [`${units('')}timeZone: Mars\n`, 'time zone'],
    [`${units('')}encoding: klingon\n`, 'encoding'],
  ])('that is wrong is refused with the place and what would be right', (text, words) => {
    expect(() => parseProfile(text, 'mine.yaml')).toThrow(words);
  });

  it('that is not there is answered with those that are', () => {
    expect(() => loadProfile('starbucks')).toThrow('olist, orders-csv, price-card, price-card-gbk, starbucks_cn');
  });
});
