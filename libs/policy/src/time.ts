/** UTC epoch in milliseconds. Intervals are half-open: in at `from`, out at `to`; a `to` of null never ends. */
export type Instant = number;

/** Order of commits: what a transaction wrote is known from its epoch on. */
export type Epoch = number;
