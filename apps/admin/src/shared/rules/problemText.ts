import { allowedText } from '../allowedText';
import type { LocalText } from '../useLocalText';
import type { RuleField, RuleKind } from './documents';
import { fieldIn } from './fieldIn';
import { guardText } from './guardText';
import { valueText, type Speech } from './valueText';
import { weave } from './weave';

/** Why a change is refused, or what should be known of it: code, field, what is allowed, who set that. */
export interface Problem {
  readonly code: string;
  readonly field?: string | null | undefined;
  /** Place within the value, such as `set.2.priceTo`. */
  readonly path?: string | null | undefined;
  readonly nodeId?: string | null | undefined;
  readonly nodeName?: string | null | undefined;
  readonly allowed?: unknown;
  readonly setBy?: string | null | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isText = (value: unknown): value is string => typeof value === 'string';

const isLocalText = (value: unknown): value is LocalText => isRecord(value) && isText(value['zh']) && isText(value['en']);

/** The problems of a refusal by the rules, in `details.problems`; none of any other refusal. */
export function problemsIn(details: unknown): readonly Problem[] {
  if (!isRecord(details) || !Array.isArray(details['problems'])) return [];
  return details['problems'].filter((each): each is Problem => isRecord(each) && isText(each['code']));
}

/** The row of a table that a problem is about, counted from one. */
function rowOf({ path }: Problem): number | null {
  const [, index] = /\.(\d+)(?:\.|$)/.exec(path ?? '') ?? [];
  return index === undefined ? null : Number(index) + 1;
}

/** The placeholder that a problem is about: it ends the path, in its braces. */
const placeholderOf = ({ path }: Problem): string => /\{([^{}]*)\}$/.exec(path ?? '')?.[1] ?? '';

/** The values that a text may take, by their names. */
function namesText(field: RuleField | undefined, oneOf: unknown, { t, localText }: Speech): string {
  if (!Array.isArray(oneOf)) return '';
  const known = field?.placeholders?.filter(({ name }) => oneOf.includes(name)) ?? [];
  return known.map(({ label }) => localText(label)).join(t('shared.list'));
}

/** What would do instead: in the field's own unit, or, where it is about no field of a rule, in plain words. */
function limitText(field: RuleField | undefined, allowed: unknown, speech: Speech): string | null {
  if (!isRecord(allowed) || Array.isArray(allowed)) return allowedText(allowed, speech.t, speech.format);
  if (!field) return null;
  const { oneOf } = allowed;
  if (Array.isArray(oneOf)) return guardText(field, { allowed: oneOf }, speech) || null;
  return guardText(field, allowed, speech);
}

const say = (field: RuleField | undefined, value: unknown, speech: Speech): string =>
  field && value !== undefined ? valueText(field, value, speech).text : '';

/** A sentence without a full stop; the unit where it holds is left to the caller. */
export function problemText(problem: Problem, kinds: readonly RuleKind[], speech: Speech): string {
  const { t, localText } = speech;
  const field = problem.field == null ? undefined : fieldIn(kinds, problem.field);
  const name: LocalText | undefined = field?.label;
  const row = rowOf(problem);
  const label = name ? localText(name) : (problem.field ?? '');
  const details = isRecord(problem.allowed) ? problem.allowed : {};
  // What is hardly meant comes with its words (P13).
  if (problem.code === 'LINT' && isLocalText(details['text'])) return localText(details['text']);
  const values = {
    field: row === null ? label : `${label} · ${t('rules.form.row', { n: row })}`,
    allowed: limitText(field, problem.allowed, speech) ?? 'none',
    by: problem.setBy ?? 'none',
    units: 'none',
    n: typeof details['branches'] === 'number' ? details['branches'] : 0,
    placeholder: placeholderOf(problem),
    oneOf: namesText(field, details['oneOf'], speech),
    wanted: say(field, details['wanted'], speech),
    value: say(field, details['value'], speech),
  };
  const other = t('problem.other', { code: problem.code });
  const general = weave(t, `problem.${problem.code}`, { ...values, _: other });
  // Some codes mean something else of one field.
  return weave(t, `problem.${problem.code}_${problem.field ?? ''}`, { ...values, _: general });
}
