import { checkValue } from '../check/check-value.js';
import type { KindKey } from '../values/types.js';
import { fieldOf, isKindKey, kindOf, kinds } from './registry.js';

const keysOf = (kind: KindKey) => kindOf(kind).fields.map(({ key }) => key);

describe('the kinds of policy', () => {
  it('are the subsidy, which can be suspended, the after-sales rules, the scripts, and the limits of risk', () => {
    expect(kinds.map(({ key, suspendable }) => [key, suspendable])).toEqual([
      ['returnShippingSubsidy', true],
      ['afterSalesRules', false],
      ['serviceScripts', false],
      ['riskLimits', false],
    ]);
    expect(isKindKey('afterSalesRules')).toBe(true);
    expect(isKindKey('toString')).toBe(false);
  });

  it('have the fields that are enforced, and no others', () => {
    expect(keysOf('returnShippingSubsidy')).toEqual([
      ...['enabled', 'scope', 'mode', 'reasons', 'oncePerOrder', 'perBuyer', 'bearers', 'premium', 'badge'],
    ]);
    expect(keysOf('afterSalesRules').sort()).toEqual(
      [
        ...['noReasonDays', 'inStoreDays', 'selfServiceDays', 'qualityDays', 'types', 'respondHours', 'shipDays', 'inspectDays'],
        ...['noDeliveryDays', 'infoDays', 'consentHours', 'reconsiderDays', 'disputeDays', 'disputeDefaultDays', 'refundDueDays'],
        ...['modifyMax', 'repeatMax', 'resumeHours', 'returnAddress', 'reviewDate', 'freightPayer'],
        ...['returnMethods', 'modifyAfterTransitDays', 'reshipHours', 'reshipFailDays', 'autoConfirmDays'],
        ...[
          'maxApplications',
          'refundOutboundFreight',
          'windowByCategory',
          'conditions',
          'compensationLimit',
          'autoApprove',
          'returnless',
          'evidence',
          'excluded',
          'restockingFee',
          'contactFirst',
          'staleDays',
          'returnRouting',
          'supplierAddress',
          'goodsLossShare',
        ],
      ].sort(),
    );
    expect(keysOf('riskLimits')).toEqual([
      ...['frequentReturners', 'riskWindowDays', 'riskApplications', 'riskShare', 'riskActions'],
    ]);
    expect(keysOf('serviceScripts')).toEqual([
      ...[
        'checkoutNotice',
        'subsidyNotice',
        'orderNotice',
        'applyScript',
        'approvedScript',
        'keptScript',
        'rejectedScript',
        'receivedScript',
      ],
      ...['refundedScript', 'refusedScript', 'apologyMismatch', 'apologyQuality', 'apologyWrongItem', 'apologyLogistics'],
    ]);
  });

  it('leave no text to a branch, and give every text a length and no guard', () => {
    const texts = kinds.flatMap(({ fields }) => fields).filter(({ type }) => type === 'text');
    expect(texts.map(({ branch, bounds, options }) => [branch, bounds, options])).toEqual(texts.map(() => ['no', null, null]));
    expect(texts.filter(({ text }) => !text || text.maxLength < 1)).toEqual([]);
  });

  it('share no key, so that a key names one field', () => {
    const keys = kinds.flatMap(({ fields }) => fields.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('have defaults that pass their own checks', () => {
    for (const kind of kinds) for (const field of kind.fields) expect(checkValue(kind.key, field, field.default)).toEqual([]);
  });

  it('speak both languages in every label and help, and group every field', () => {
    for (const kind of kinds) {
      const texts = [kind, ...kind.groups, ...kind.fields, ...kind.fields.flatMap(({ options }) => options ?? [])].map(
        ({ label }) => label,
      );
      for (const { zh, en } of [...texts, ...kind.fields.map(({ help }) => help)]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[A-Z]/);
      }
      expect(kind.fields.map(({ group }) => group).filter((group) => !kind.groups.some(({ key }) => key === group))).toEqual([]);
      expect(kind.groups.map(({ key }) => key).filter((key) => !kind.fields.some(({ group }) => group === key))).toEqual([]);
    }
  });

  it('demand a window, conditions and a freight payer that somebody chose', () => {
    expect(kinds.flatMap(({ fields }) => fields.filter(({ compulsory }) => compulsory).map(({ key }) => key)).sort()).toEqual([
      'conditions',
      'freightPayer',
      'noReasonDays',
    ]);
  });

  it('freeze every promise at payment, and the bearers and the premium', () => {
    const frozen = kinds.flatMap(({ fields }) => fields.filter(({ atPayment }) => atPayment));
    expect(frozen.filter((field) => field.class === 'operation').map(({ key }) => key)).toEqual(['bearers', 'premium']);
    expect(kinds.flatMap(({ fields }) => fields).filter((field) => field.class === 'promise' && !field.atPayment)).toEqual([]);
  });

  it('bound the amount within the mode, and let a branch only lower it', () => {
    expect(fieldOf('returnShippingSubsidy', 'mode')).toMatchObject({
      ...{ bounds: { min: 0, max: 10_000 }, unit: 'fen', branch: 'lowerSameMode', default: { kind: 'actual', cap: 1200 } },
    });
    expect(fieldOf('returnShippingSubsidy', 'nothing')).toBeUndefined();
  });
});
