import { DomainError } from '../common/errors.js';

/** None of the branches asked for may be acted on. */
export class NothingSelected extends DomainError {
  constructor() {
    super('NOTHING_SELECTED', 'None of these branches is eligible.');
  }
}

/** Others are eligible than were when the list was looked at. */
export class SelectionMoved extends DomainError {
  constructor(seen: number, now: number) {
    super('SELECTION_MOVED', 'The branches that are eligible changed since you looked.', { details: { seen, now } });
  }
}

/** So many branches at once need an approval: by way of a change set. */
export class JobNeedsApproval extends DomainError {
  constructor(reasons: readonly object[]) {
    super('JOB_NEEDS_APPROVAL', 'A change of so many branches needs an approval.', { details: { reasons } });
  }
}
