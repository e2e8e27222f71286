export { checkBalanced, costOf, trialBalance } from './balance.js';
export type { Balance, CurrencyAmount } from './balance.js';
export type { Amount, Entry, EntryHead, Line, Period, PostingContext } from './entry.js';
export { LedgerError } from './errors.js';
export type { LedgerErrorCode } from './errors.js';
export type {
  BearerShare,
  BuyerReimbursed,
  CarrierClaim,
  CaseAmount,
  CaseFreight,
  CaseRef,
  Claim,
  ClaimByHand,
  ClaimRecovered,
  ClaimRefused,
  ClaimShare,
  Compensation,
  FreightParts,
  FreightShare,
  GoodsLost,
  LostGoods,
  OrderCovered,
  Payout,
  ReturnShipped,
  ShipmentCase,
} from './events.js';
export {
  budgetActions,
  budgetComponents,
  budgetKinds,
  budgetUse,
  claimComponents,
  expectedClaims,
  forecastOf,
  isUsedUp,
  isWarned,
  overshootOf,
  remainingOf,
} from './budget.js';
export type { BudgetAction, BudgetFigures, BudgetKind, BudgetUse, ClaimHistory } from './budget.js';
export { sharesOver } from './bearer-shares.js';
export type { BearerUnits, StatedShares, SuppliedGoods } from './bearer-shares.js';
export { billKinds, billOutcomes, matchBill } from './bill-matching.js';
export type { Billable, BillGround, BillKind, BillLine, BillMatch, BillOutcome } from './bill-matching.js';
export { billed, premiumBilled, unknownBilled } from './bill-posting.js';
export type { BilledPremium } from './bill-posting.js';
export {
  byHand,
  carrierClaimed,
  claimByHandOf,
  claimedByHand,
  claimRecovered,
  claimRefused,
  mostClaimed,
  receivableOf,
  sharesByHand,
} from './claim-posting.js';
export { compensated, compensationPaid } from './compensation-posting.js';
export { freightParts, splitFreight } from './freight.js';
export type { FreightTerms } from './freight.js';
export { buyerReimbursed, replacementShipped, returnShipped } from './freight-posting.js';
export { goodsLoss, goodsLost } from './goods-posting.js';
export type { GoodsLoss } from './goods-posting.js';
export { dayIn, landed, monthAfter, periodOf } from './period.js';
export { claimOpened, orderCovered } from './premium-posting.js';
export { priceOf } from './price-card.js';
export type { PriceCardRow } from './price-card.js';
export { deduction, manualVoucher, refundDecided, refundPaid } from './refund-posting.js';
export { returnAbandoned, reverse } from './reversal.js';
export { allocate, split } from './split.js';
export { NONE, summarize, summaryKey } from './summary.js';
export type { Summary, SummaryKey } from './summary.js';
export { accounts, bearers, causes, claimParties, components, freightComponents } from './vocabulary.js';
export type { Account, Bearer, Cause, ClaimParty, Component, FallbackBearer, FreightComponent } from './vocabulary.js';
