import { asksNoMorePhotos } from './evidence.js';
import { excludesNoMore } from './exclusions.js';
import { costsNoMore } from './restocking-fee.js';

it('tells which of two tables is kinder to every buyer', () => {
  const photo = (goods: number) => [{ reasonClass: 'quality' as const, goods, invoice: 0 }];
  expect([asksNoMorePhotos(photo(1), photo(2)), asksNoMorePhotos(photo(2), photo(1)), asksNoMorePhotos([], photo(1))]).toEqual([
    true,
    false,
    true,
  ]);
  const fee = (bps: number) => [{ reasonClass: 'expectation' as const, bps }];
  expect([costsNoMore(fee(100), fee(200)), costsNoMore(fee(200), []), costsNoMore([], fee(0))]).toEqual([true, false, true]);
  const fresh = [{ category: '生鲜', ground: 'perishable' as const }];
  const confirmed = [{ category: '生鲜', ground: 'confirmed' as const }];
  expect([excludesNoMore(confirmed, fresh), excludesNoMore(fresh, confirmed), excludesNoMore([], fresh)]).toEqual([
    true,
    false,
    true,
  ]);
});
