import { address, chainOf, hqRules, id } from '../testing/chain.js';
import type { Rules } from './finding.js';
import { legalFloors, type LegalFloor } from './floors.js';
import { legal } from './legal.js';

const snapshot = chainOf(hqRules({ returnAddress: { set: address } }));
const sound: Rules = {
  afterSalesRules: snapshot.resolve('afterSalesRules', id('s1'), 10).values,
  returnShippingSubsidy: snapshot.resolve('returnShippingSubsidy', id('s1'), 10).values,
  serviceScripts: snapshot.resolve('serviceScripts', id('s1'), 10).values,
  riskLimits: snapshot.resolve('riskLimits', id('s1'), 10).values,
};
const short = { noReasonDays: 3, inStoreDays: 3, qualityDays: 3 };
const rules: Rules = { ...sound, afterSalesRules: { ...sound.afterSalesRules, ...short } };
const source = { zh: '某法', en: 'some law' };

/** Fields that a floor of so many channels is found to be broken in. */
const broken = (channels: LegalFloor['channels'], fields: readonly (keyof typeof short)[] = ['noReasonDays', 'inStoreDays']) =>
  legal(
    'afterSalesRules',
    rules,
    fields.map((field) => ({ field, min: 7, channels, source })),
  );

describe('a legal floor', () => {
  it('binds a field for the channels that it names alone: what is sold in store has a window of its own', () => {
    expect(broken(['express', 'sameCity', 'pickup']).map(({ field }) => field)).toEqual(['noReasonDays']);
    expect(broken(['inStore']).map(({ field }) => field)).toEqual(['inStoreDays']);
    expect(broken(['express', 'inStore']).map(({ field }) => field)).toEqual(['noReasonDays', 'inStoreDays']);
  });

  it('names of its channels those that the field is about', () => {
    const [remote, inStore] = broken(['express', 'inStore']).map(({ text }) => text.zh);
    expect(remote).toBe('无理由退货期为 3，快递订单法定不少于 7（某法）：改为 7');
    expect(inStore).toBe('到店购买退货期为 3，到店订单法定不少于 7（某法）：改为 7');
  });

  it('binds a field that holds for every sale as soon as it names any channel, and no field where it names none', () => {
    expect(broken(['pickup'], ['qualityDays']).map(({ text }) => text.en)).toEqual([
      'Quality window is 3; for pickup orders the law asks for at least 7 (some law): set it to 7',
    ]);
    expect(broken([], ['qualityDays'])).toEqual([]);
  });

  it('of mainland China leaves what is sold in store to the merchant', () => {
    expect(legal('afterSalesRules', rules, legalFloors.CN).map(({ field }) => field)).toEqual(['noReasonDays']);
  });
});
