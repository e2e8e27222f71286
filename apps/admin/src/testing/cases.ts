import type { CaseAction, CaseDetail, CaseRow } from '../pages/cases/documents';

const text = (words: string) => ({ zh: words, en: words });

/** A step that the API allows, as it describes it. */
export function caseAction(verb: string, change: Partial<CaseAction> = {}): CaseAction {
  return {
    verb,
    primary: false,
    needs: [],
    left: null,
    maxAmount: null,
    refund: null,
    to: [],
    effect: text(`${verb}的结果`),
    returnless: null,
    ...change,
  };
}

/** A case of a store, waiting for it. */
export function caseRow(change: Partial<CaseRow> = {}): CaseRow {
  return {
    ...{ id: 'c1', code: '8841', type: 'RR', state: 'APPLIED', version: 3, payoutFailed: false },
    ...{ remindedKind: null, remindedAt: null },
    ...{ requestedAmount: 18_900, approvedAmount: null, appliedAt: '2026-03-12T06:05:00Z', buyerName: '李娜', text: null },
    followUpAnswer: null,
    node: { id: 's1', name: '江宁店' },
    reason: {
      ...{ code: 'SIZE', class: 'expectation', label: text('尺码不合适'), classLabel: text('不合适') },
      followUp: null,
    },
    lines: [{ quantity: 1, orderLine: { id: 'l1', name: '羽绒服 M' } }],
    deadline: { at: '2026-03-14T20:50:00Z', cost: null, paused: false, outcomeText: text('超时自动同意') },
    freight: { payer: 'buyer', merchantBps: 0, coveredAtMost: null },
    ...{ keepsItem: false, photoCount: 0, buyerRisk: null },
    stamps: [
      { key: 'buyerShipped', at: null },
      { key: 'branchReceived', at: null },
    ],
    allowedActions: [],
    ...change,
  };
}

/** The same case, whole, as its page shows it. */
export function caseDetail(change: Partial<CaseDetail> = {}): CaseDetail {
  const node = { id: 's1', name: '江宁店' };
  return {
    ...caseRow(),
    ...{ stateCode: 1, umbrella: 'inProgress', isTerminal: false, outcome: null, endedAt: null, cost: null, restockingFee: 0 },
    ...{ goodsLoss: null, goodsLossAssumed: false, recovery: null, canOpenClaim: false },
    order: { id: 'o1', code: 'D1', paidAt: '2026-03-08T06:05:00Z', deliveredAt: null, channel: 'express', node },
    lines: [{ quantity: 1, amount: 18_900, orderLine: { id: 'l1', name: '羽绒服 M' } }],
    freight: {
      ...{ payer: 'buyer', merchantBps: 0, coveredAtMost: null, subsidy: null, fault: null, overCap: null, buyer: null },
      trace: [],
    },
    ...{ liability: null, returnAddress: null, returnLabel: null, proposal: null, pickup: null },
    ...{ remedies: [], overrulableActions: [], appeals: [], goods: [], checklist: [], photoKinds: [], photos: [] },
    ...{ shipments: [], refunds: [], events: [], script: [], rules: [] },
    ...change,
  };
}
