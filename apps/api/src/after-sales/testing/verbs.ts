const seen = { id: 'ID!', version: 'Int!' } as const;
const parcel = { ...seen, carrier: 'String!', tracking: 'String!' } as const;
const because = { ...seen, reason: 'String!' } as const;

/** The verbs' mutations and their arguments, as the contract has them. */
export const verbs = {
  apply: { input: 'ApplyInput!' },
  approve: { ...seen, note: 'String' },
  reject: because,
  askInfo: { ...seen, question: 'String!' },
  propose: { ...seen, amount: 'Fen!', note: 'String!' },
  supplyInfo: { ...seen, text: 'String!' },
  accept: seen,
  decline: { ...seen, reason: 'String' },
  modify: { ...seen, reason: 'String', text: 'String', amount: 'Fen', type: 'CaseType' },
  escalate: because,
  withdraw: { ...seen, reason: 'String' },
  ship: { ...parcel, freightPaid: 'Fen' },
  changeLogistics: { ...parcel, freightPaid: 'Fen' },
  recordTracking: { shipmentId: 'ID!', kind: 'String!', at: 'Instant', note: 'String' },
  receive: { ...seen, inspection: 'String' },
  refuseReceipt: { ...because, goodsHeld: 'Boolean!' },
  shipBack: parcel,
  reportLost: because,
  verdict: { ...because, to: 'CaseState!', amount: 'Fen' },
  retryPayout: seen,
  manualVoucher: { ...seen, voucher: 'String!' },
  extend: { ...because, until: 'Instant!' },
} as const;

export type VerbName = keyof typeof verbs;
