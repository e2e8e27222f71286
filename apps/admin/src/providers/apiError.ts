/** What the API adds to a refusal (GraphQL error `extensions`). */
export interface Refusal {
  /** Stable code, e.g. `STALE`, `FORBIDDEN`, `UNAUTHENTICATED`. */
  readonly code: string;
  readonly field?: string | undefined;
  /** What would have been accepted. */
  readonly allowed?: unknown;
  /** Who or what set the limit. */
  readonly setBy?: string | undefined;
  readonly details?: unknown;
  /** For the person who looks it up in the log. */
  readonly requestId?: string | undefined;
}

const passingCodes: readonly string[] = ['NETWORK', 'UNAVAILABLE', 'EPOCH_AHEAD'];

/** A request that failed, whatever the cause: refused by the API, no connection, or an answer that makes no sense. */
export class ApiError extends Error implements Refusal {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly field: string | undefined;
  readonly allowed: unknown;
  readonly setBy: string | undefined;
  readonly details: unknown;
  readonly requestId: string | undefined;

  constructor(message: string, refusal: Refusal, options?: ErrorOptions) {
    super(message, options);
    this.code = refusal.code;
    this.field = refusal.field;
    this.allowed = refusal.allowed;
    this.setBy = refusal.setBy;
    this.details = refusal.details;
    this.requestId = refusal.requestId;
  }

  get signedOut(): boolean {
    return this.code === 'UNAUTHENTICATED';
  }

  /** Worth another try without any change: nothing was heard, or the process asked has yet to hear of a change made just now. */
  get passing(): boolean {
    return passingCodes.includes(this.code);
  }
}

export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Reads an error of a GraphQL answer; what lacks a code is `INTERNAL`. */
export function fromGraphQL(error: { message?: unknown; extensions?: unknown }, requestId?: string): ApiError {
  const extensions = (typeof error.extensions === 'object' && error.extensions) || {};
  const read = (key: string): unknown => (key in extensions ? extensions[key as keyof typeof extensions] : undefined);
  return new ApiError(text(error.message) ?? '', {
    code: text(read('code')) ?? 'INTERNAL',
    field: text(read('field')),
    allowed: read('allowed'),
    setBy: text(read('setBy')),
    details: read('details'),
    requestId: text(read('requestId')) ?? requestId,
  });
}
