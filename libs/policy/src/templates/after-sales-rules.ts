import type { Directives } from '../facts/types.js';
import type { Text } from '../kinds/field.js';
import type { AfterSalesRules } from '../values/types.js';
import { industryLabels, type Industry, type Template } from './template.js';

type Values = Partial<AfterSalesRules> & Pick<AfterSalesRules, 'conditions'>;

/** One checklist for goods of any category. */
const all = (...items: readonly string[]) => ({ conditions: [{ category: null, items }] });

/** The compulsory fields are always said: the table of freight is the product's own until somebody changes it. */
const directives = (values: Values): Directives => ({
  freightPayer: { reset: true },
  ...Object.fromEntries(Object.entries({ noReasonDays: 7, ...values }).map(([key, value]) => [key, { set: value }])),
});

const template = (industry: Industry, notes: Text, values: Values): Template => ({
  ...{ industry, kind: 'afterSalesRules', label: industryLabels[industry], notes, directives: directives(values) },
});

export const afterSalesTemplates: readonly Template[] = [
  template(
    'apparel',
    { zh: '15 天无理由，试穿后也来得及。', en: 'Fifteen days without a reason: time to try things on.' },
    { noReasonDays: 15, selfServiceDays: 30, qualityDays: 60, ...all('intact', 'unused', 'tagsOn', 'packagingComplete') },
  ),
  template(
    'snacks',
    {
      zh: '7 天无理由，质量问题 15 天内售后，答复 24 小时。',
      en: 'Seven days without a reason, fifteen for quality, an answer within a day.',
    },
    { selfServiceDays: 10, qualityDays: 15, respondHours: 24, ...all('intact', 'sealUnbroken') },
  ),
  template(
    'general',
    {
      zh: '7 天无理由，自助售后 15 天，质量问题 30 天。',
      en: 'Seven days without a reason, self-service for fifteen, quality for thirty.',
    },
    { selfServiceDays: 15, qualityDays: 30, ...all('intact', 'unused', 'packagingComplete', 'accessoriesComplete') },
  ),
  template(
    'education',
    {
      zh: '7 天无理由，质量问题 90 天内售后；先客服沟通再售后。',
      en: 'Seven days without a reason, ninety for quality; contact comes first.',
    },
    { selfServiceDays: 15, qualityDays: 90, contactFirst: true, ...all('intact', 'unused', 'accessoriesComplete') },
  ),
  template(
    'sameCity',
    {
      zh: '12 小时内答复，次日验收，3 天内寄回。',
      en: 'An answer within twelve hours, inspected within a day, sent back within three.',
    },
    { respondHours: 12, resumeHours: 6, inspectDays: 1, shipDays: 3, ...all('intact', 'unused', 'sealUnbroken') },
  ),
];
