import type { KindKey, RuleField, RuleKind } from './documents';

/** Finds a field's schema by its key; without a kind in all of them, since no two kinds share a key. */
export const fieldIn = (kinds: readonly RuleKind[], key: string, kind?: KindKey): RuleField | undefined =>
  kinds
    .filter((each) => kind === undefined || each.key === kind)
    .flatMap((each) => each.fields)
    .find((field) => field.key === key);
