import type { NewNode } from '../../org/insert-nodes.js';
import type { Ownership } from '../../tree/org-node.entity.js';
import { DAY } from '../calendar.js';
import type { Random } from '../random.js';
import { areas, type City, type Mall, partners, type Shop, suppliers } from './places.js';

export type DemoUnit = NewNode & { readonly name: string; readonly code: string };

/** What a store sells, and how much of the chain's business it does. */
export interface DemoStore extends DemoUnit {
  readonly shop: Shop | '街边店' | '加盟店';
  readonly weight: number;
}

/** The chain's organization. All of it is decided by the seed and the day. */
export interface DemoUnits {
  readonly hq: DemoUnit;
  readonly areas: readonly DemoUnit[];
  readonly malls: readonly DemoUnit[];
  readonly stores: readonly DemoStore[];
  /** Parents before children. */
  readonly all: readonly DemoUnit[];
}

const CHAIN = '云汀生活总部';

const weights: Readonly<Record<DemoStore['shop'], number>> = {
  旗舰店: 3.2,
  集合店: 1.5,
  女装店: 1.3,
  男装店: 0.8,
  家居店: 0.9,
  童装店: 0.8,
  街边店: 1,
  加盟店: 0.6,
};

const bigCities = new Set(['上海', '北京', '广州', '深圳', '杭州', '成都']);

/** Towns that are no district of the city they belong to. */
const towns = new Set(['昆山', '慈溪', '余姚', '佛山', '中山', '绵阳', '乐山', '烟台', '威海']);

function districtName(district: string): string {
  if (towns.has(district)) return `${district}市`;
  return district.endsWith('区') ? district : `${district}区`;
}

/** Builds the tree from the top; each unit's id, age and size come from a stream of its own. */
class Builder {
  readonly all: DemoUnit[] = [];
  readonly areas: DemoUnit[] = [];
  readonly malls: DemoUnit[] = [];
  readonly stores: DemoStore[] = [];

  constructor(
    private readonly random: Random,
    private readonly today: number,
  ) {}

  unit(
    above: DemoUnit | null,
    it: Pick<DemoUnit, 'type' | 'code' | 'name'> & Partial<DemoUnit>,
    years: readonly [number, number],
  ): DemoUnit {
    const random = this.random.of('unit', it.code);
    const since = this.today - random.int(years[0] * 365, years[1] * 365) * DAY;
    const path = above === null ? [] : [...above.above, above.id];
    const unit = {
      timeZone: 'Asia/Shanghai',
      ...it,
      id: random.ulid(since),
      above: path,
      since: above === null ? since : Math.max(since, above.since),
    };
    this.all.push(unit);
    return unit;
  }

  store(
    above: DemoUnit,
    city: City,
    it: { name: string; district: string; shop: DemoStore['shop']; ownership: Ownership; place: string },
  ): void {
    const number = this.stores.filter((store) => store.code.startsWith(`${city.letters}-`)).length + 1;
    const code = `${city.letters}-${String(number).padStart(3, '0')}`;
    const random = this.random.of('store', code);
    const details = {
      type: 'store' as const,
      code,
      name: it.name,
      ownership: it.ownership,
      ...placeOf(city),
      address: `${towns.has(it.district) ? city.province : `${city.name}市`}${districtName(it.district)}${it.place}`,
      phone: `400-820-${random.digits(4)}`,
    };
    const weight = weights[it.shop] * (0.7 + random.next() * 0.6) * (bigCities.has(city.name) ? 1.4 : 1);
    this.stores.push({ ...this.unit(above, details, [0.7, 8]), shop: it.shop, weight });
  }

  mall(above: DemoUnit, city: City, { name, district, shops }: Mall, number: number): void {
    const code = `M-${city.letters}-${String(number)}`;
    const mall = this.unit(above, { type: 'mall', code, name: `${city.name}${name}`, ...placeOf(city) }, [3, 9]);
    this.malls.push(mall);
    shops.forEach((shop, index) => {
      const ownership =
        shop === '旗舰店'
          ? 'direct'
          : this.random.of('owner', code, index).weighted<Ownership>([
              ['direct', 6],
              ['jointVenture', 3],
              ['licensed', 1],
            ]);
      const place = `${name} L${String(index + 1)}-${String(index * 7 + 12).padStart(2, '0')}`;
      this.store(mall, city, { name: `${city.name}${name}${shop}`, district, shop, ownership, place });
    });
  }
}

const placeOf = ({ province, provinceCode, name }: City) => ({ province, provinceCode, city: `${name}市` });

function streetOf(street: string): { district: string; place: string } {
  return { district: street.slice(0, 2), place: street.slice(2) };
}

/** The whole chain: 7 areas, 33 cities, malls, partners, suppliers, 120 stores. `today` is midnight in China, UTC epoch ms. */
export function buildUnits(random: Random, today: number): DemoUnits {
  const builder = new Builder(random, today);
  const hq = builder.unit(
    null,
    { type: 'headquarters', code: 'HQ', name: CHAIN, province: '上海市', provinceCode: '31', city: '上海市' },
    [12, 12],
  );
  for (const { name, code, ...area } of areas) {
    const region = builder.unit(hq, { type: 'region', code: `A-${code}`, name }, [10, 11]);
    builder.areas.push(region);
    for (const city of area.cities) addCity(builder, region, city);
  }
  for (const { name, code } of suppliers) builder.unit(hq, { type: 'supplier', code, name }, [2, 9]);
  return { hq, areas: builder.areas, malls: builder.malls, stores: builder.stores, all: builder.all };
}

function addCity(builder: Builder, area: DemoUnit, city: City): void {
  const region = builder.unit(area, { type: 'region', code: `C-${city.letters}`, name: city.name, ...placeOf(city) }, [8, 10]);
  city.malls.forEach((mall, index) => builder.mall(region, city, mall, index + 1));
  for (const street of city.streets) {
    const ownership = 'direct' as const;
    builder.store(region, city, { name: `${city.name}${street}店`, ...streetOf(street), shop: '街边店', ownership });
  }
  partners.forEach(({ name, city: at, streets }, index) => {
    if (at !== city.name) return;
    const partner = builder.unit(region, { type: 'partner', code: `P-${String(index + 1).padStart(2, '0')}`, name }, [3, 7]);
    for (const street of streets)
      builder.store(partner, city, { name: `${street}加盟店`, ...streetOf(street), shop: '加盟店', ownership: 'franchise' });
  });
}
