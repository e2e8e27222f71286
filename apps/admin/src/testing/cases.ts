import type { CaseAction, CaseRow } from '../pages/cases/documents';

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
