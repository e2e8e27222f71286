import { DomainError } from '../common/errors.js';

export class NoOrganization extends DomainError {
  constructor() {
    super('NO_ORGANIZATION', 'There is no organization yet: make the first administrator with `headwater create-admin`.');
  }
}
