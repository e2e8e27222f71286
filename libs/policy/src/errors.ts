export type PolicyErrorCode = 'UNKNOWN_NODE' | 'UNKNOWN_VERSION' | 'UNKNOWN_FIELD' | 'ARCHIVED';

/** A question that has no answer: an unknown unit, version or field, or a unit that is archived at the instant asked about. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(
    readonly code: PolicyErrorCode,
    readonly subject: string,
  ) {
    super(`${code}: ${subject}`);
  }
}
