import { merchantFaultClasses, reasonClasses } from '@headwater/policy';
import { scriptFor, type Situation } from './script.js';
import { caseStates, type CaseState } from './vocabulary.js';

const said = (state: CaseState, more: Partial<Situation> = {}) =>
  scriptFor({ state, reasonClass: 'expectation', receivedAt: null, keepsItem: false, ...more });

describe('what staff say to the buyer of a case (P18)', () => {
  it('is the scene of its state', () => {
    expect(caseStates.flatMap((state) => said(state).map((field) => `${state} ${field}`))).toEqual([
      ...['APPLIED applyScript', 'REJECTED rejectedScript', 'AWAIT_RETURN approvedScript'],
      ...['RECEIPT_REFUSED refusedScript', 'REFUNDED refundedScript'],
    ]);
  });

  it('speaks of goods received only once they were', () => {
    expect(said('REFUNDING')).toEqual([]);
    expect(said('REFUNDING', { receivedAt: 1 })).toEqual(['receivedScript']);
  });

  it('tells who keeps the item so, before the refund and before the other item', () => {
    expect(said('REFUNDING', { keepsItem: true })).toEqual(['keptScript']);
    expect(said('AWAIT_RESHIP', { keepsItem: true })).toEqual(['keptScript']);
    expect(said('REFUNDED', { keepsItem: true })).toEqual(['refundedScript']);
  });

  it('begins with an apology where the merchant is at fault, each class its own', () => {
    const apologies = reasonClasses.map((reasonClass) => said('APPLIED', { reasonClass })).filter(({ length }) => length === 2);
    expect(apologies).toHaveLength(merchantFaultClasses.length);
    expect(new Set(apologies.map(([first]) => first)).size).toBe(merchantFaultClasses.length);
    expect(said('DISPUTED', { reasonClass: 'quality' })).toEqual(['apologyQuality']);
  });

  it.each<CaseState>(['REJECTED', 'RECEIPT_REFUSED', 'CLOSED'])(
    'does not apologize where the buyer was turned down or all is over: %s',
    (state) => {
      expect(said(state, { reasonClass: 'quality' }).filter((field) => field.startsWith('apology'))).toEqual([]);
    },
  );
});
