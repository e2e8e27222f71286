import { DomainError } from '../common/errors.js';

export class NoOrganization extends DomainError {
  constructor() {
    super('NO_ORGANIZATION', 'There is no organization yet: make the first administrator with `headwater create-admin`.');
  }
}

/** A read asked for an epoch that was not committed yet as far as this process can see. */
export class EpochAhead extends DomainError {
  constructor(asked: number, known: number) {
    super('EPOCH_AHEAD', 'This epoch is not known here yet; try again.', { details: { asked, known } });
  }
}
