import type { Fen, Instant } from '../facts.js';
import { isReasonCode, reasonOf, type OrderStage, type Reason } from '../reasons.js';
import type { ApplicationRules } from '../rules.js';
import { caseTypeKeys, caseTypes, type CaseType } from '../vocabulary.js';
import { evidenceCheck } from './evidence.js';
import { excludedCheck, isLegalReturn } from './excluded.js';
import { lineChecks } from './lines.js';
import { stageOf, type Application, type OrderFacts } from './order.js';
import { contactCheck } from './contact.js';
import { check, type EligibilityCheck } from './rule.js';
import { windowsFor, type ServiceWindow } from './windows.js';

/** Why an application may be made: before receipt, of right, by the buyer alone, or only through staff. */
export type Basis = 'beforeReceipt' | 'right' | 'selfService' | 'staff';

export interface Eligibility {
  readonly eligible: boolean;
  readonly stage: OrderStage;
  /** Null where no window lets this applicant in. */
  readonly basis: Basis | null;
  readonly windows: readonly ServiceWindow[];
  readonly checks: readonly EligibilityCheck[];
  /** What may be refunded for these lines at most, in fen. */
  readonly maxAmount: Fen;
  /** Nothing may be kept of its refund: the law's own right holds. */
  readonly feeFree: boolean;
}

const isCaseType = (type: string): type is CaseType => (caseTypes as readonly string[]).includes(type);

function orderChecks(order: OrderFacts): EligibilityCheck[] {
  const { paidAt, cancelledAt, cancelReason } = order;
  return [
    check('orderPaid', paidAt !== null, { paidAt }),
    check('orderNotCancelled', cancelledAt === null, { cancelledAt, reason: cancelReason }),
  ];
}

/** What a buyer may change of an application later: not its lines. */
type Wish = Pick<Application, 'by' | 'type' | 'reason' | 'photos' | 'invoicePhotos'>;

function wishChecks(
  { type, reason }: Wish,
  known: Reason | null,
  stage: OrderStage,
  rules: ApplicationRules,
): EligibilityCheck[] {
  const allowed = isCaseType(type) && rules.types.includes(caseTypeKeys[type]);
  return [
    check('typeAllowed', allowed, { type, allowed: rules.types.join(', ') }),
    check('reasonKnown', known !== null, { reason }),
    check('reasonFitsStage', known?.stages.includes(stage) ?? false, { reason, stage }),
    check('receivedForReturn', type === 'RO' || stage === 'received', { type, stage }),
  ];
}

function basisOf(by: Application['by'], stage: OrderStage, windows: readonly ServiceWindow[]): Basis | null {
  if (stage !== 'received') return 'beforeReceipt';
  const open = windows.find((window) => window.open);
  if (open) return open.key === 'selfServiceDays' ? 'selfService' : 'right';
  return by === 'branch' ? 'staff' : null;
}

/** The last moment at which a window lets the buyer in alone; null while none has begun. */
const lastUntil = (windows: readonly ServiceWindow[]): Instant | null =>
  windows.length === 0 ? null : Math.max(...windows.map(({ until }) => until));

function windowCheck({ by }: Wish, basis: Basis | null, windows: readonly ServiceWindow[]): EligibilityCheck {
  const open = windows.find((window) => window.open) ?? null;
  return check('window', basis !== null, { by, basis, window: open?.key ?? null }, basis === 'staff' ? null : lastUntil(windows));
}

/** Type, reason and windows of a wish that was made at an instant, of an order as far as it has come now. */
function judgeWish(order: OrderFacts, wish: Wish, rules: ApplicationRules, madeAt: Instant) {
  const stage = stageOf(order);
  const reason = isReasonCode(wish.reason) ? reasonOf(wish.reason) : null;
  const windows = reason ? windowsFor(order, reason, rules, madeAt) : [];
  const basis = reason && basisOf(wish.by, stage, windows);
  const checks = [
    ...wishChecks(wish, reason, stage, rules),
    excludedCheck(wish, order, reason, rules),
    windowCheck(wish, basis, windows),
    evidenceCheck(wish, reason, rules),
  ];
  return { stage, basis, windows, checks };
}

/**
 * A12: whether an application may be changed to another type or reason. It keeps the first one's date, lines and applicant (`by`), so
 * the windows are asked as of then, and what its lines hold is asked no more.
 * @param order with the lines of the application
 */
export const checkModification = (
  order: OrderFacts,
  wish: Wish,
  rules: ApplicationRules,
  appliedAt: Instant,
): EligibilityCheck[] => judgeWish(order, wish, rules, appliedAt).checks;

/**
 * A3, A4, A5, A15: whether an application may be made now, and by which rules: every rule is answered, those that pass too.
 * After the windows a buyer may not apply alone, but staff (`by: 'branch'`) may open the case. For an order that was not received
 * there is a refund only.
 * @param order facts of the order at its selling branch; instants UTC epoch ms, amounts fen
 * @param rules the order's promise
 */
export function checkApplication(
  order: OrderFacts,
  application: Application,
  rules: ApplicationRules,
  now: Instant,
): Eligibility {
  const asked = order.lines.filter((line) => application.lines.some(({ lineId }) => lineId === line.lineId));
  const wish = judgeWish({ ...order, lines: asked }, application, rules, now);
  const feeFree = isLegalReturn({ ...order, lines: asked }, rules, now);
  const lines = lineChecks(order, application, rules);
  const checks = [...orderChecks(order), ...wish.checks, contactCheck(order, application, rules), ...lines.checks];
  return { ...wish, checks, eligible: checks.every(({ passes }) => passes), maxAmount: lines.maxAmount, feeFree };
}
