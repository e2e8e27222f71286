import { DomainError } from '../common/errors.js';
import type { StaleCause } from './judgement.js';

/** The step is not one from where the change set stands. */
export class WrongChangeSetStatus extends DomainError {
  constructor(status: string, allowed: readonly string[]) {
    super('WRONG_CHANGE_SET_STATUS', `The change set is ${status}.`, { field: 'status', allowed, details: { status } });
  }
}

/** P10: author and approver are two people. */
export class SelfApproval extends DomainError {
  constructor(authorName: string) {
    super('SELF_APPROVAL', 'You wrote this change; another person must approve it.', { setBy: authorName });
  }
}

/** What was looked at is not what stands there now (law 21). */
export class ChangedSinceReview extends DomainError {
  constructor(details: { seen: string; now: string }) {
    super('CHANGED_SINCE_REVIEW', 'The change set was edited since you opened it: look at it again.', { details });
  }
}

/** The ground moved: others changed the same, or it would do something else than was looked at. */
export class ChangeSetStale extends DomainError {
  constructor(number: number, causes: readonly StaleCause[]) {
    super('CHANGE_SET_STALE', `Change set ${String(number)} is out of date; recalculate it.`, { details: { causes } });
  }
}

export class NothingToChange extends DomainError {
  constructor() {
    super('NOTHING_TO_CHANGE', 'A change set changes something.', { field: 'operations', allowed: { min: 1 } });
  }
}
