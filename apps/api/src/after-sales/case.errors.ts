import {
  caseTypeKeys,
  caseTypes,
  reasonCodes,
  reasonsAt,
  type EligibilityCheck,
  type EligibilityRule,
  type InspectionRefusal,
  type OrderStage,
  type Refusal,
} from '@headwater/after-sales';
import { DomainError } from '../common/errors.js';
import { refusalText } from './words/refusals.js';
import { ruleText } from './words/rules.js';

const instant = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString());

/** The lifecycle says no: which rule, which limit, and what may be done instead. */
export class CaseRefused extends DomainError {
  constructor(refusal: Refusal) {
    const { code, field, limit, verb, state, allowed, at } = refusal;
    super(code, refusalText(refusal).en, {
      ...(field !== undefined && { field }),
      ...(limit !== undefined && { allowed: limit }),
      details: { verb, state, at: instant(at), text: refusalText(refusal), allowedActions: allowed },
    });
  }
}

const codes: Readonly<Record<EligibilityRule, string>> = {
  orderPaid: 'ORDER_NOT_PAID',
  orderNotCancelled: 'ORDER_CANCELLED',
  typeAllowed: 'TYPE_NOT_ALLOWED',
  reasonKnown: 'REASON_UNKNOWN',
  reasonFitsStage: 'REASON_DOES_NOT_FIT',
  receivedForReturn: 'NOT_RECEIVED',
  evidence: 'EVIDENCE_MISSING',
  noReasonAllowed: 'NO_REASON_EXCLUDED',
  window: 'WINDOW_OVER',
  linesKnown: 'LINES_INVALID',
  quantityLeft: 'QUANTITY_NOT_LEFT',
  applicationsLeft: 'APPLICATION_LIMIT',
  contactFirst: 'CONTACT_FIRST',
  amount: 'AMOUNT_INVALID',
};

const fields: Partial<Record<EligibilityRule, string>> = {
  typeAllowed: 'type',
  reasonKnown: 'reason',
  reasonFitsStage: 'reason',
  receivedForReturn: 'type',
  linesKnown: 'lines',
  quantityLeft: 'lines',
  applicationsLeft: 'lines',
  contactFirst: 'contact',
  amount: 'amount',
  evidence: 'photos',
  noReasonAllowed: 'reason',
};

const typesOf = (keys: unknown): string[] => caseTypes.filter((type) => String(keys).split(', ').includes(caseTypeKeys[type]));

/** What would do instead, from what the rule looked at; rules that nothing given can keep have none. */
const allowedBy: Partial<Record<EligibilityRule, (facts: EligibilityCheck['facts']) => unknown>> = {
  typeAllowed: ({ allowed }) => typesOf(allowed),
  reasonKnown: () => reasonCodes,
  reasonFitsStage: ({ stage }) => reasonsAt(stage as OrderStage),
  receivedForReturn: () => ['RO'],
  quantityLeft: ({ left, sold, refunded, inOpenCases }) => ({ max: left, sold, refunded, inOpenCases }),
  applicationsLeft: ({ limit }) => ({ max: limit }),
  contactFirst: ({ branch }) => branch,
  evidence: ({ goodsMissing, invoiceMissing }) => ({ goods: goodsMissing, invoice: invoiceMissing }),
  amount: ({ maxAmount }) => ({ min: 1, max: maxAmount }),
};

/** An application that the rules do not allow; every rule that stands against it is in the details. */
export class ApplicationRefused extends DomainError {
  constructor(first: EligibilityCheck, all: readonly EligibilityCheck[]) {
    const field = fields[first.rule];
    const allowed = allowedBy[first.rule]?.(first.facts);
    super(codes[first.rule], ruleText(first).en, {
      ...(field !== undefined && { field }),
      ...(allowed !== undefined && { allowed }),
      details: { checks: all.filter(({ passes }) => !passes).map((check) => ({ ...check, text: ruleText(check) })) },
    });
  }
}

/** A15: a reason to overrule where nothing stands against it that may be. */
export class NothingToOverrule extends DomainError {
  constructor() {
    super('NOTHING_TO_OVERRULE', 'No rule that may be overruled stands against this.', { field: 'overrule' });
  }
}

/** A parcel under one number has one freight. */
export class FreightDiffers extends DomainError {
  constructor(recorded: number) {
    super('FREIGHT_DIFFERS', 'The freight of this parcel was recorded before; both have to agree.', {
      field: 'freightPaid',
      allowed: recorded,
    });
  }
}

/** A8: a parcel with a label that the branch has paid for costs the buyer nothing. */
export class LabelPrepaid extends DomainError {
  constructor() {
    super('LABEL_PREPAID', 'The store has paid this label: nothing is to be named for it.', { field: 'freightPaid', allowed: 0 });
  }
}

/** A9: what was inspected is not what the buyer was told. */
export class InspectionRefused extends DomainError {
  constructor({ code, items }: InspectionRefusal, checklist: readonly string[]) {
    const message =
      code === 'INSPECTION_INCOMPLETE'
        ? 'An inspection answers every item of the checklist.'
        : 'An inspection answers the checklist that was sent at approval, each item once.';
    super(code, message, { field: 'checklist', allowed: checklist, details: { items } });
  }
}

export class TrackingRefused extends DomainError {
  constructor(code: 'ALREADY_DELIVERED' | 'INSTANT_IN_FUTURE' | 'BEFORE_SHIPMENT', message: string, allowed?: unknown) {
    super(code, message, { field: code === 'ALREADY_DELIVERED' ? 'kind' : 'at', allowed });
  }
}
