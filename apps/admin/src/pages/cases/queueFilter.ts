export const sorts = ['deadline', 'appliedAt', 'amount'] as const;
export const types = ['RO', 'RR'] as const;
export const reasonClasses = ['mismatch', 'quality', 'wrongItem', 'expectation', 'logistics'] as const;
/** Hours to the deadline. */
export const dueWithins = ['4', '24', '72'] as const;

export const filterNames = ['view', 'sort', 'search', 'type', 'reason', 'due'] as const;
export type QueueFilterName = (typeof filterNames)[number];

type Values = Readonly<Record<QueueFilterName, string>>;

const known = <T extends string>(values: readonly T[], value: string): T | null => values.find((each) => each === value) ?? null;

/** What the address narrows the queue to beside its view, in the API's words; what it does not know it leaves out. */
export const narrowingOf = ({ type, reason, due }: Values) => ({
  type: known(types, type),
  reasonClass: known(reasonClasses, reason),
  dueWithin: /^\d{1,4}$/.test(due) && Number(due) > 0 ? Number(due) : null,
});

export type Narrowing = ReturnType<typeof narrowingOf>;

export const isNarrowed = (narrowing: Narrowing): boolean => Object.values(narrowing).some((value) => value !== null);
