const seen = { id: 'ID!', version: 'Int!' } as const;
const limited = { ...seen, overrule: 'String' } as const;
const parcel = { ...seen, carrier: 'String!', tracking: 'String!' } as const;
const because = { ...seen, reason: 'String!' } as const;

/** The verbs' mutations and their arguments, as the contract has them. */
export const verbs = {
  apply: { input: 'ApplyInput!' },
  approve: { ...seen, note: 'String', returnReason: 'String' },
  reject: because,
  askInfo: { ...limited, question: 'String!', checklist: '[InspectedItemInput!]' },
  propose: { ...limited, amount: 'Fen!', note: 'String!', resolution: 'String', checklist: '[InspectedItemInput!]' },
  supplyInfo: { ...seen, text: 'String!' },
  accept: seen,
  decline: { ...seen, reason: 'String' },
  modify: { ...limited, reason: 'String', text: 'String', amount: 'Fen', type: 'CaseType', followUpAnswer: 'String' },
  escalate: { ...because, overrule: 'String' },
  withdraw: { ...seen, reason: 'String' },
  ship: { ...parcel, freightPaid: 'Fen', method: 'String' },
  bookPickup: { ...seen, from: 'Instant!', until: 'Instant!' },
  changeIntent: limited,
  confirm: seen,
  notReceived: { ...seen, reason: 'String' },
  wrongReceived: because,
  changeLogistics: { ...parcel, overrule: 'String', freightPaid: 'Fen' },
  recordTracking: { shipmentId: 'ID!', kind: 'String!', at: 'Instant', note: 'String' },
  receive: { ...seen, inspection: 'String', checklist: '[InspectedItemInput!]' },
  receiveAndDispatch: { ...parcel, freightPaid: 'Fen', inspection: 'String', checklist: '[InspectedItemInput!]' },
  dispatch: { ...parcel, freightPaid: 'Fen' },
  outOfStock: { ...limited, note: 'String' },
  correctLogistics: parcel,
  refuseReceipt: { ...because, goods: 'RefusedGoods!', checklist: '[InspectedItemInput!]' },
  shipBack: parcel,
  reportLost: because,
  issueLabel: { ...parcel, freightPaid: 'Fen!' },
  compensate: { ...because, amount: 'Fen!' },
  appeal: because,
  answerAppeal: { ...because, liable: 'String' },
  verdict: { ...because, to: 'CaseState!', amount: 'Fen', liable: 'String' },
  retryPayout: seen,
  manualVoucher: { ...seen, voucher: 'String!' },
  extend: { ...because, until: 'Instant!' },
} as const;

export type VerbName = keyof typeof verbs;
