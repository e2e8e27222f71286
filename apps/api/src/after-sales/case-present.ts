import {
  isTerminal,
  nextByItself,
  reasonClassLabels,
  reasonOf,
  type CaseContext,
  type ReasonCode,
  type TraceEntry,
} from '@headwater/after-sales';
import { addParts, nothing } from './freight-terms.js';
import { factsOf } from './case-facts.js';
import type { CaseShipment } from './case-query.service.js';
import type { AfterSalesCase, CaseEvent } from './case.entity.js';
import type {
  CaseEventView,
  DeadlineView,
  FreightDecisionView,
  LiabilityView,
  ProposalView,
  ReasonView,
  RuleTraceView,
  ShipmentView,
  StampView,
} from './case.view.js';
import { outcomeText } from './words/outcomes.js';
import { ruleText } from './words/rules.js';

export function reasonView(code: ReasonCode): ReasonView {
  const reason = reasonOf(code);
  return { code, ...reason, classLabel: reasonClassLabels[reason.class] };
}

export const traceView = (entry: TraceEntry): RuleTraceView => ({
  rule: entry.rule,
  passed: entry.passes,
  facts: entry.facts,
  text: ruleText(entry),
});

/** "If nobody acts by then", for as long as somebody can. */
export function deadlineView(row: AfterSalesCase, context: CaseContext): DeadlineView | null {
  const next = isTerminal(row.state) ? null : nextByItself(factsOf(row), context);
  if (!next) return null;
  const { respond, inspect } = row.facts.pauses;
  return {
    at: row.dueAt ?? next.at,
    outcome: next.outcome,
    outcomeText: outcomeText(next),
    cost: next.refund,
    paused: respond !== null || inspect !== null,
    field: next.field,
  };
}

const unknown = { subsidy: null, fault: null, overCap: null, buyer: null };

export function freightView(row: AfterSalesCase, shipments: readonly CaseShipment[]): FreightDecisionView {
  const known = shipments.map(({ carried }) => carried.parts).filter((parts) => parts !== null);
  const parts = known.length === 0 ? unknown : known.reduce(addParts, nothing);
  return {
    ...{ payer: row.freightPayer, merchantBps: row.freightMerchantBps, coveredAtMost: row.freightCoveredAtMost },
    ...{ trace: row.freightTrace.map(traceView), ...parts },
  };
}

export function liabilityView({ facts }: AfterSalesCase): LiabilityView | null {
  const { liability } = facts;
  return liability && { party: liability.party, rule: liability.rule, assumed: liability.basis === 'assumed' };
}

export function proposalView({ facts, proposalNote }: AfterSalesCase): ProposalView | null {
  return facts.proposal && { ...facts.proposal, note: proposalNote };
}

export const shipmentView = ({ shipment, events }: CaseShipment): ShipmentView => ({ ...shipment, events });

export const stampsOf = ({ facts }: AfterSalesCase): StampView[] => [
  { key: 'buyerShipped', at: facts.shippedAt },
  { key: 'branchReceived', at: facts.receivedAt },
];

/** An event for staff as it is; for the buyer without our names and without how we decide. */
export function eventView(event: CaseEvent, isBuyer: boolean, branchName: string): CaseEventView {
  if (!isBuyer) return event;
  return { ...event, actorName: event.actorKind === 'staff' ? branchName : event.actorName, data: null };
}
