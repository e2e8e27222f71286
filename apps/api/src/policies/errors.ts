import { DomainError } from '../common/errors.js';
import type { ApprovalReasonView } from './approval.types.js';

/** One reason for a refusal, named for people: which unit, which field, what is allowed, who set that. */
export interface NamedProblem {
  readonly code: string;
  readonly field: string | null;
  readonly nodeId: string | null;
  readonly nodeName: string | null;
  readonly allowed: unknown;
  readonly setBy: string | null;
}

/** Directives or their place break a rule; the code is the first problem's, `details.problems` are all of them. */
export class RulesRefused extends DomainError {
  constructor(problems: readonly [NamedProblem, ...NamedProblem[]]) {
    const [{ code, field, allowed, setBy }] = problems;
    super(code, sentence(problems[0]), {
      ...(field !== null && { field }),
      ...(allowed !== null && { allowed }),
      ...(setBy !== null && { setBy }),
      details: { problems },
    });
  }
}

function sentence({ code, field, nodeName, setBy }: NamedProblem): string {
  const what = field ?? 'This';
  const where = nodeName === null ? '' : ` at ${nodeName}`;
  const who = setBy === null ? '' : ` (set by ${setBy})`;
  return `${what}${where}: ${meaning[code] ?? 'this is not allowed'}${who}.`;
}

const meaning: Readonly<Record<string, string>> = {
  FORBIDDEN: 'a date in the past is a correction, which your role does not allow here',
  UNKNOWN_FIELD: 'the kind has no such field',
  WRONG_TYPE: 'the value has the wrong type',
  OUT_OF_BOUNDS: 'the value is outside what is allowed',
  EMPTY_RANGE: 'the range is empty',
  SHARES_DO_NOT_ADD_UP: 'the shares do not add up to 10000 basis points',
  REPEATED: 'this was said in an earlier row already',
  FEE_ON_MERCHANT_FAULT: "nothing is kept of a refund for the merchant's own fault",
  SAID_BEFORE: 'the same item stands there already',
  SHARE_NOT_EXPECTED: 'a share belongs to freight that is shared, and to nothing else',
  MERCHANT_FAULT_ON_BUYER: "freight of the merchant's fault is never the buyer's",
  EMPTY_DIRECTIVE: 'nothing is said about it',
  SET_AND_RESET: 'it is either set or reset',
  GUARD_NOT_ALLOWED: 'this field takes no bounds',
  GUARD_CONFLICT: 'the bounds leave nothing of what is allowed',
  LOCKED: 'a unit above has locked it',
  COMPULSORY_FIELD: 'it has to be set, not left to the default',
  RETURN_ADDRESS_MISSING: 'free returns need a return address',
  INSPECTION_AFTER_REFUND_DUE:
    'goods are inspected before their refund is due, which the law (Consumer Rights Protection Law, article 25) puts at 7 days after receipt',
  NOT_BRANCH_SETTABLE: 'a branch may not set it',
  BRANCH_MAY_NOT_LOCK: 'a branch may not lock or bound it',
  BRANCH_LONGER_ONLY: 'a branch may only give longer than it inherits',
  BRANCH_SHORTER_ONLY: 'a branch may only take shorter than it inherits',
  BRANCH_LOWER_ONLY: 'a branch may only go lower, in the same mode',
  BRANCH_KINDER_ONLY: 'a branch may only be kinder to the buyer than what it inherits',
  FIELDS_MISSING: 'an exemption names its fields',
  NOT_AN_ANCESTOR: 'only a unit above can be lifted',
  NOTHING_TO_LIFT: 'that unit neither locks nor bounds it here',
  SAID_TWICE: 'the change set says this twice',
  EMPTY_INTERVAL: 'it would end before it begins',
  ARCHIVED: 'the unit is archived',
  EXCLUSION_NOT_KEPT: 'it cannot stay as it is: a lock or a pilot decides there',
  HQ_ONLY: 'rules of this kind are set by HQ, for all units',
};

export class NodeArchived extends DomainError {
  constructor(nodeId: string) {
    super('ARCHIVED', 'This unit is archived: it has no rules any more.', { field: 'nodeId', details: { nodeId } });
  }
}

export class PolicyNameTaken extends DomainError {
  constructor(name: string) {
    super('NAME_TAKEN', 'This unit owns a policy of this kind and name already.', { field: 'name', details: { name } });
  }
}

export class DraftExists extends DomainError {
  constructor(number: number) {
    super('DRAFT_EXISTS', `Version ${String(number)} is being drafted already.`, { details: { number } });
  }
}

/** The step is not one from the version's present status. */
export class WrongVersionStatus extends DomainError {
  constructor(status: string, allowed: readonly string[]) {
    super('WRONG_STATUS', `The version is ${status}.`, { field: 'status', allowed, details: { status } });
  }
}

export class EmptyVersion extends DomainError {
  constructor() {
    super('EMPTY_VERSION', 'This version says nothing about any field.', { field: 'directives' });
  }
}

/** Where a version is still used; `units` counts all of them, `at` names those the asker may see. */
export class VersionInUse extends DomainError {
  constructor(units: number, at: readonly { id: string; name: string }[]) {
    super('VERSION_IN_USE', `The version holds, or is scheduled, at ${String(units)} units.`, { details: { units, at } });
  }
}

export class AlreadyCancelled extends DomainError {
  constructor(id: string) {
    super('ALREADY_CANCELLED', 'This assignment was cancelled before.', { details: { id } });
  }
}

/** Only what has not begun can be given another date. */
export class AlreadyInForce extends DomainError {
  constructor(id: string, since: number) {
    super('ALREADY_IN_FORCE', 'This assignment has begun already.', { details: { id, since: new Date(since).toISOString() } });
  }
}

/** P10: what a change set brings is given another date, or taken back before it, with the whole set. */
export class PartOfChangeSet extends DomainError {
  constructor(changeSetId: string) {
    super('PART_OF_CHANGE_SET', 'This belongs to a scheduled change set: edit or cancel that.', { details: { changeSetId } });
  }
}

/** P11: a pilot is withdrawn by ending its rollout, which knows its steps. */
export class HeldByRollout extends DomainError {
  constructor(rolloutId: string | null) {
    super('HELD_BY_ROLLOUT', 'This pilot belongs to a rollout: cancel or finish that.', { details: { rolloutId } });
  }
}

/** The unit is suspended, or is going to be, in some of that time already. */
export class AlreadySuspended extends DomainError {
  constructor({ from, to }: { readonly from: number; readonly to: number | null }) {
    super('ALREADY_SUSPENDED', 'This unit is suspended in this time already.', {
      details: { from: new Date(from).toISOString(), until: to === null ? null : new Date(to).toISOString() },
    });
  }
}

/** Nothing to resume at this unit; where a unit above is suspended, that is named. */
export class NotSuspended extends DomainError {
  constructor(suspendedAt: string | null) {
    super('NOT_SUSPENDED', 'This very unit is not suspended.', suspendedAt === null ? {} : { setBy: suspendedAt });
  }
}

/** A rule that a branch does not follow, or not any more: there is nothing for it to accept. */
export class NotDueHere extends DomainError {
  constructor(assignmentId: string, nodeId: string) {
    super('NOT_DUE_HERE', 'This branch has nothing to accept here any more.', { details: { assignmentId, nodeId } });
  }
}

/** An exemption that was taken back before, or whose time is over. */
export class ExemptionOver extends DomainError {
  constructor(id: string) {
    super('EXEMPTION_OVER', 'This exemption is over.', { details: { id } });
  }
}

/** P10: a change like this goes by way of a change set, which somebody else approves. */
export class ApprovalRequired extends DomainError {
  constructor(reasons: readonly ApprovalReasonView[]) {
    super('APPROVAL_REQUIRED', 'This change needs the approval of somebody else: submit it as a change set.', {
      details: { reasons },
    });
  }
}

/** Somebody set when approvals are needed since it was read. */
export class ApprovalRuleChanged extends DomainError {
  constructor(by: string | null) {
    super('STALE_VERSION', 'This setting changed since you opened it.', { field: 'version', details: { meanwhile: { by } } });
  }
}

/** P10: author and reviewer are two people. */
export class OwnReview extends DomainError {
  constructor(authorName: string) {
    super('OWN_REVIEW', 'You did this yourself; another person looks at it.', { setBy: authorName });
  }
}

export class AlreadyReviewed extends DomainError {
  constructor(by: string | null) {
    super('ALREADY_REVIEWED', 'Somebody has looked at this already.', { details: { by } });
  }
}
