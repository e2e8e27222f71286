/** What a client may show: which field or line, what is allowed, who set that. */
export interface ErrorFacts {
  field?: string;
  line?: number;
  allowed?: unknown;
  setBy?: string;
  details?: unknown;
}

/**
 * A failure that the caller can do something about. Features derive one small class per failure, each with a stable code;
 * the GraphQL and HTTP edges map all of them in one place.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly facts: ErrorFacts = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** No such record, or none that this actor may see: the two look alike (X1). */
export class NotFound extends DomainError {
  constructor(what: string, id: string) {
    super('NOT_FOUND', `There is no ${what} with this id in your scope.`, { details: { what, id } });
  }
}

/** A nullable record of the schema: what is not there for this actor is null. */
export function nullWhereAbsent(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

export class Forbidden extends DomainError {
  constructor(permission: string, message = 'Your role does not allow this here.') {
    super('FORBIDDEN', message, { details: { permission } });
  }
}

export class BadInput extends DomainError {
  constructor(field: string, message: string, allowed?: unknown) {
    super('BAD_INPUT', message, { field, allowed });
  }
}

/** Somebody changed the record since it was read; `details` says what happened meanwhile and what is allowed now. */
export class StaleVersion extends DomainError {
  constructor(
    what: string,
    details: { seen: number; now: number | null; meanwhile?: unknown; allowedActions?: readonly string[] },
  ) {
    super('STALE_VERSION', `This ${what} changed since you opened it.`, { field: 'version', details });
  }
}
