import { kinds } from '../kinds/registry.js';
import { chainOf, hqRules, id, rules, subsidy, suspend } from '../testing/chain.js';
import type { Recordable } from '../testing/chain.js';
import { promiseDocument, wholePromise, withheld } from './promise.js';

const promise = (node: string, ...facts: Recordable[]) =>
  promiseDocument('returnShippingSubsidy', chainOf(...facts).resolve('returnShippingSubsidy', id(node), 10));

const rulesPromise = (node: string, ...facts: Recordable[]) =>
  promiseDocument('afterSalesRules', chainOf(...facts).resolve('afterSalesRules', id(node), 10));

describe('the promise at payment', () => {
  it('holds exactly the fields that are kept at payment', () => {
    const kept = (kind: string) =>
      kinds
        .find(({ key }) => key === kind)
        ?.fields.filter(({ atPayment }) => atPayment)
        .map(({ key }) => key)
        .sort();
    expect(Object.keys(promise('s1').content.values).sort()).toEqual(kept('returnShippingSubsidy'));
    expect(Object.keys(rulesPromise('s1').content.values).sort()).toEqual(kept('afterSalesRules'));
    expect(Object.keys(rulesPromise('s1').content.values).sort()).toEqual(
      [
        ...[
          'noReasonDays',
          'inStoreDays',
          'selfServiceDays',
          'qualityDays',
          'types',
          'modifyMax',
          'freightPayer',
          'refundDueDays',
        ],
        ...['shipDays', 'infoDays', 'consentHours', 'reconsiderDays', 'returnMethods', 'modifyAfterTransitDays'],
        ...['reshipHours', 'reshipFailDays', 'autoConfirmDays'],
        ...[
          'maxApplications',
          'refundOutboundFreight',
          'windowByCategory',
          'evidence',
          'excluded',
          'restockingFee',
          'conditions',
          'contactFirst',
        ],
      ].sort(),
    );
  });

  it('is one content for equal rules, wherever they were set', () => {
    const on = { enabled: { set: true } };
    expect(promise('s1', subsidy('HQ/library', on)).hash).toBe(promise('s4', subsidy('west/own', on)).hash);
    expect(promise('s1', subsidy('HQ/library', on)).hash).not.toBe(promise('s1').hash);
  });

  it('does not change with fields of operation', () => {
    expect(rulesPromise('s1', hqRules({ respondHours: { set: 24 } })).hash).toBe(rulesPromise('s1', hqRules()).hash);
    expect(rulesPromise('s1', hqRules({ shipDays: { set: 9 } })).hash).not.toBe(rulesPromise('s1', hqRules()).hash);
    expect(rulesPromise('s1', rules('s1/own', { noReasonDays: { set: 9 } })).content.values.noReasonDays).toBe(9);
  });

  it('made before a field was there has its default, and can be reckoned again by the fields it has', () => {
    const chain = chainOf(hqRules({ qualityDays: { set: 60 } }));
    const resolved = chain.resolve('afterSalesRules', id('s1'), 10);
    const old = promiseDocument('afterSalesRules', resolved, ['qualityDays', 'noReasonDays']);
    expect(old.content.values).toEqual({ qualityDays: 60, noReasonDays: 7 });
    expect(old.hash).not.toBe(promiseDocument('afterSalesRules', resolved).hash);
    expect(wholePromise(old.content).values).toMatchObject({ qualityDays: 60, selfServiceDays: 15, modifyMax: 3 });
    const whole = promiseDocument('afterSalesRules', resolved).content;
    expect(wholePromise(whole)).toEqual(whole);
  });

  it('says that nothing was promised while the service was suspended', () => {
    const on = subsidy('HQ/library', { enabled: { set: true } });
    expect(promise('s1', on, suspend('mall')).content).toMatchObject({ suspended: true, values: { enabled: true } });
    expect(promise('s3', on, suspend('mall')).content.suspended).toBe(false);
  });

  it('that is withheld is the one of a suspension, with the values of its rules', () => {
    const on = subsidy('HQ/library', { enabled: { set: true } });
    expect(withheld(promise('s1', on))).toEqual(promise('s1', on, suspend('mall')));
    expect(withheld(withheld(promise('s1', on)))).toEqual(withheld(promise('s1', on)));
  });
});
