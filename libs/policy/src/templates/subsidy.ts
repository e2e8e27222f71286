import type { Directives } from '../facts/types.js';
import type { Text } from '../kinds/field.js';
import type { Mode, ScopeRow } from '../values/types.js';
import { industryLabels, type Industry, type Template } from './template.js';

const row = (covered: boolean, more: Partial<ScopeRow> = {}): ScopeRow => ({
  ...{ categories: null, priceFrom: null, priceTo: null, channels: null, ...more },
  covered,
});

const directives = (scope: readonly ScopeRow[], mode: Mode): Directives => ({
  enabled: { set: true },
  scope: { set: scope },
  mode: { set: mode },
  oncePerOrder: { set: true },
  bearers: { set: { rows: [], otherwise: { HQ: 6_000, branch: 4_000 }, fallback: 'HQ' } },
});

const template = (industry: Industry, notes: Text, said: Directives): Template => ({
  ...{ industry, kind: 'returnShippingSubsidy', label: industryLabels[industry], notes, directives: said },
});

/** Amounts in fen. */
export const subsidyTemplates: readonly Template[] = [
  template(
    'apparel',
    {
      zh: '除内衣外都补贴运费，封顶 15.00 元；角标写作「无忧试穿」。',
      en: 'Freight is covered up to 15.00, underwear left out; the badge reads Easy try-on.',
    },
    {
      ...directives([row(false, { categories: ['内衣'] }), row(true)], { kind: 'actual', cap: 1_500 }),
      badge: { set: { zh: '无忧试穿', en: 'Easy try-on' } },
    },
  ),
  template(
    'snacks',
    { zh: '30 元以上的订单自行寄回，固定补 8.00 元。', en: 'From 30.00 on, a flat 8.00 for sending goods back oneself.' },
    directives([row(true, { priceFrom: 3_000 })], { kind: 'selfShip', flat: 800 }),
  ),
  template(
    'general',
    { zh: '全部商品补贴运费，封顶 12.00 元。', en: 'Freight of all goods is covered up to 12.00.' },
    directives([], { kind: 'actual', cap: 1_200 }),
  ),
  template(
    'education',
    { zh: '快递寄送的教具补贴运费，封顶 10.00 元。', en: 'Freight of teaching material sent by express is covered up to 10.00.' },
    directives([row(true, { channels: ['express'] })], { kind: 'actual', cap: 1_000 }),
  ),
  template(
    'sameCity',
    { zh: '同城和自提订单上门取件，封顶 15.00 元。', en: 'Door pickup for same-city and pickup orders, up to 15.00.' },
    directives([row(true, { channels: ['sameCity', 'pickup'] })], { kind: 'pickup', cap: 1_500 }),
  ),
];
