import { DomainError } from '../common/errors.js';

export class NoDemoWanted extends DomainError {
  constructor() {
    super('NO_DEMO_WANTED', 'HEADWATER_DEMO=0 keeps the demo chain away; leave it out to plant one.');
  }
}

/** Somebody's own chain is in the database: nothing of it is thrown away. */
export class NotTheDemo extends DomainError {
  constructor() {
    super('NOT_THE_DEMO', 'This database holds a chain of its own, not the demo chain.');
  }
}

/** The demo accounts have a password that everybody knows. */
export class DemoInside extends DomainError {
  constructor() {
    super(
      'DEMO_INSIDE',
      'This database holds the demo chain with its accounts, and HEADWATER_DEMO=0 wants none: use another HEADWATER_DATA_DIR or DATABASE_URL.',
    );
  }
}
