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
    {
      zh: '15 天无理由，试穿后也来得及；寄回或到任一门店退。',
      en: 'Fifteen days without a reason: time to try things on. By parcel, or at any store.',
    },
    {
      ...{ noReasonDays: 15, selfServiceDays: 30, qualityDays: 60, returnMethods: ['parcel', 'dropIn'] },
      ...all('intact', 'unused', 'tagsOn', 'packagingComplete'),
    },
  ),
  template(
    'snacks',
    {
      zh: '7 天无理由，质量问题 15 天内售后，答复 24 小时；20 元以内不用寄回。',
      en: 'Seven days without a reason, fifteen for quality, an answer within a day; up to 20.00 nothing is sent back.',
    },
    {
      ...{ selfServiceDays: 10, qualityDays: 15, respondHours: 24, returnless: { by: 'amount', amount: 2_000 } },
      ...{ evidence: [{ reasonClass: 'quality', goods: 2, invoice: 0 }] },
      ...all('intact', 'sealUnbroken'),
    },
  ),
  template(
    'general',
    {
      zh: '7 天无理由，自助售后 15 天，质量问题 30 天；100 元以内的无理由退货自动同意。',
      en: 'Seven days without a reason, self-service for fifteen, quality for thirty; returns up to 100.00 that nobody is at fault for approve themselves.',
    },
    {
      ...{ selfServiceDays: 15, qualityDays: 30 },
      ...{ autoApprove: [{ amountUpTo: 10_000, reasonClasses: ['expectation'], riskUpTo: 'normal' }] },
      ...all('intact', 'unused', 'packagingComplete', 'accessoriesComplete'),
    },
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
      zh: '12 小时内答复，次日验收，3 天内退回，上门取件或到店。',
      en: 'An answer within twelve hours, inspected within a day, sent back within three, by pickup or at a store.',
    },
    {
      ...{ respondHours: 12, resumeHours: 6, inspectDays: 1, shipDays: 3, returnMethods: ['pickup', 'dropIn'] },
      ...all('intact', 'unused', 'sealUnbroken'),
    },
  ),
];
