import {
  isPaused,
  isTerminal,
  nextByItself,
  reasonClassLabels,
  reasonOf,
  returningTypes,
  shippingTypes,
  type CaseContext,
  type CaseFacts,
  type ReasonCode,
  type ReturnlessDecision,
  type TraceEntry,
} from '@headwater/after-sales';
import { conditionText } from '@headwater/policy';
import type { LocalTextView } from '../common/local-text.view.js';
import type { NodeRefView } from '../tree/org-node.view.js';
import { addParts, nothing } from './freight-terms.js';
import { factsOf } from './case-facts.js';
import type { CaseShipment } from './case-query.service.js';
import type { AfterSalesCase, CaseEvent } from './case.entity.js';
import type {
  BuyerRiskView,
  CaseEventView,
  ChecklistItemView,
  DeadlineView,
  FreightDecisionView,
  ProposalView,
  ReasonView,
  ReturnlessView,
  RuleTraceView,
  ShipmentView,
  StampView,
} from './case.view.js';
import { outcomeText } from './words/outcomes.js';
import { ruleNames } from './words/rule-names.js';
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

/** What happens by itself to a case that was just opened. */
export function firstDeadlineView(facts: CaseFacts, context: CaseContext): DeadlineView | null {
  const next = nextByItself(facts, context);
  if (!next) return null;
  const { at, outcome, refund, field } = next;
  return { at, outcome, outcomeText: outcomeText(next), cost: refund, paused: false, field };
}

/** "If nobody acts by then", for as long as somebody can. */
export function deadlineView(row: AfterSalesCase, context: CaseContext): DeadlineView | null {
  const next = isTerminal(row.state) ? null : nextByItself(factsOf(row), context);
  if (!next) return null;
  return {
    at: row.dueAt ?? next.at,
    outcome: next.outcome,
    outcomeText: outcomeText(next),
    cost: next.refund,
    paused: isPaused(factsOf(row)),
    field: next.field,
  };
}

/** Null where no rule was asked. */
export const returnlessView = (decision: ReturnlessDecision | null): ReturnlessView | null =>
  decision === null || decision.trace.length === 0
    ? null
    : { keeps: decision.keeps, saves: decision.saves, trace: decision.trace.map(traceView) };

/** I3: null where nobody looks at frequent returners, and for cases of before. */
export function riskView({ buyerRisk }: AfterSalesCase): BuyerRiskView | null {
  if (!buyerRisk || buyerRisk.flip === null) return null;
  const { level, actions, applications, lines, windowDays, trace } = buyerRisk;
  const lookClosely = actions.includes('lookClosely');
  return { level, lookClosely, applications, lines, windowDays, trace: trace.map(traceView) };
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

export function proposalView({ facts, proposalNote }: AfterSalesCase): ProposalView | null {
  return facts.proposal && { ...facts.proposal, note: proposalNote };
}

/** What we pay the carrier is no business of the buyer's. */
export function shipmentView({ shipment, events }: CaseShipment, unit: NodeRefView, isBuyer: boolean): ShipmentView {
  const freightPaid = isBuyer && (shipment.direction === 'out' || shipment.prepaid) ? null : shipment.freightPaid;
  return { ...shipment, unit, freightPaid, events };
}

/** A9: the checklist that was sent, with what the latest inspection found. */
export function checklistOf({ checklist, inspection }: AfterSalesCase): ChecklistItemView[] {
  return (checklist ?? []).map((item) => {
    const found = inspection?.items.find((each) => each.item === item);
    return { item, label: conditionText(item), passed: found?.passed ?? null, note: found?.note ?? null };
  });
}

/** A14: when the goods went out and came in, at either end, as far as a case of this type has them. */
export function stampsOf(row: AfterSalesCase): StampView[] {
  const { shippedAt, receivedAt, dispatchedAt, buyerReceivedAt } = factsOf(row);
  const back = [
    { key: 'buyerShipped', at: shippedAt },
    { key: 'branchReceived', at: receivedAt },
  ];
  const out = [
    { key: 'branchShipped', at: dispatchedAt },
    { key: 'buyerReceived', at: buyerReceivedAt },
  ];
  return [...(returningTypes.includes(row.type) ? back : []), ...(shippingTypes.includes(row.type) ? out : [])];
}

/** Between branch and HQ: who is at fault, and why the chain's own rules were set aside, is no business of the buyer's. */
const internal: ReadonlySet<string> = new Set(['appeal', 'answerAppeal', 'overrule']);

export const eventsFor = (events: readonly CaseEvent[], isBuyer: boolean, branchName: string): CaseEventView[] =>
  events.filter(({ verb }) => !isBuyer || !internal.has(verb)).map((event) => eventView(event, isBuyer, branchName));

/** The row of a table that a step by the product rests on. */
function ruleOf({ data }: CaseEvent): string | null {
  const { trace = [] } = (data ?? {}) as { readonly trace?: readonly TraceEntry[] };
  const id = trace.find(({ rule, passes }) => rule === 'autoApprove' && passes)?.facts['id'];
  return typeof id === 'string' ? id : null;
}

/** What the latest step that decided of the goods looked at. */
export function decidedOfGoods(events: readonly CaseEvent[]): readonly TraceEntry[] {
  const of = ({ data }: CaseEvent) => {
    const { trace = [] } = (data ?? {}) as { readonly trace?: readonly TraceEntry[] };
    return trace.filter(({ rule }) => rule === 'returnless' || rule === 'returnRouting');
  };
  return events.map(of).findLast((trace) => trace.length > 0) ?? [];
}

/** The rules that an event says were overruled. */
function overruledIn({ verb, data }: CaseEvent): LocalTextView[] {
  if (verb !== 'overrule') return [];
  const { rules = [] } = (data ?? {}) as { readonly rules?: readonly TraceEntry[] };
  return rules.map(({ rule }) => (ruleNames as Readonly<Partial<Record<string, LocalTextView>>>)[rule] ?? { zh: rule, en: rule });
}

/** An event for staff as it is; for the buyer without our names and without how we decide. */
function eventView(event: CaseEvent, isBuyer: boolean, branchName: string): CaseEventView {
  if (!isBuyer) return { ...event, rule: ruleOf(event), overruled: overruledIn(event) };
  return {
    ...event,
    rule: null,
    overruled: [],
    actorName: event.actorKind === 'staff' ? branchName : event.actorName,
    data: null,
  };
}
