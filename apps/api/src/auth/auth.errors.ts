import { DomainError } from '../common/errors.js';

export class Unauthenticated extends DomainError {
  constructor() {
    super('UNAUTHENTICATED', 'Sign in first.');
  }
}

/** Wrong password, no such account, not active: one answer for all of them. */
export class SignInFailed extends DomainError {
  constructor() {
    super('SIGN_IN_FAILED', 'E-mail and password do not match.');
  }
}

/** Too many sign-ins failed, whether or not the account exists. */
export class SignInLocked extends DomainError {
  constructor(until: number) {
    super('SIGN_IN_LOCKED', 'Too many sign-ins failed; try again later.', { details: { until: new Date(until).toISOString() } });
  }
}

export class NoRole extends DomainError {
  constructor() {
    super('NO_ROLE', 'This account holds no role any more; an administrator can give it one.');
  }
}

export class CsrfHeaderMissing extends DomainError {
  constructor(header: string) {
    super('CSRF_HEADER_MISSING', `Requests that may change something carry the header ${header}.`, { allowed: { header } });
  }
}

export class WeakPassword extends DomainError {
  constructor(field: string, why: 'tooShort' | 'tooLong' | 'isEmail', lengths: { min: number; max: number }) {
    const words = `The password needs ${String(lengths.min)} to ${String(lengths.max)} characters and is not the e-mail.`;
    super('WEAK_PASSWORD', words, { field, allowed: lengths, details: { why } });
  }
}

export class TooBusy extends DomainError {
  constructor() {
    super('TOO_BUSY', 'Too many sign-ins at once; try again in a moment.');
  }
}

/** A programming error that shows itself at once: nobody may call what does not say who may. */
export class UndeclaredHandler extends Error {
  constructor(handler: string) {
    super(`${handler} declares neither @Public, @SignedIn nor @Requires`);
  }
}
