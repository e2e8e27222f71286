import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Word → word; YAML's numbers are words too, for a cell is always text. */
export const wordMap = z.record(z.string(), scalar);

const columns = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((given) => (typeof given === 'string' ? [given] : given));

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'u');
  } catch {
    context.addIssue({ code: 'custom', message: `"${text}" is not a regular expression` });
    return z.NEVER;
  }
});

/** What happens to a text before a field reads it. */
const treatment = {
  replace: wordMap.default({}),
  table: z.union([z.string(), wordMap]).optional(),
  pattern: pattern.optional(),
  otherwise: z.enum(['refuse', 'empty']).default('refuse'),
  default: scalar.optional(),
};

const fromColumn = z.strictObject({ column: columns, ...treatment });
const fromTemplate = z.strictObject({ template: z.string().min(1), ...treatment });
const constant = z.strictObject({ constant: scalar });
const shortForm = z.string().min(1);

const shapes = 'the name of a column, or one of { column: … }, { constant: … }, { template: … }';

/**
 * Where a field's text comes from: the first column that is not empty, a template, or a constant; then `replace` (other words pass),
 * `table` (other words are refused, unless there is a `default`), `pattern`.
 */
export const valueSpec = z
  .union([shortForm, fromColumn, fromTemplate, constant], { error: () => `must be ${shapes}` })
  .transform((given) => {
    if (typeof given === 'string') return { column: [given], replace: {}, otherwise: 'refuse' as const };
    return given;
  });

export type ValueSpec = z.output<typeof valueSpec>;
export type WordMap = Readonly<Record<string, string>>;

const PLACE = /\{([^{}:]+)(?::(\d+))?\}/g;

/** `{Column}` is the column's text, `{Column:8}` its first eight characters. */
export function fillTemplate(template: string, textOf: (column: string) => string): string {
  return template.replace(PLACE, (_, column: string, length?: string) => {
    const text = textOf(column.trim());
    return length === undefined ? text : Array.from(text).slice(0, Number(length)).join('');
  });
}

/** Every column a value reads. */
export function columnsIn(spec: ValueSpec): string[] {
  if ('column' in spec) return spec.column;
  if ('template' in spec) return Array.from(spec.template.matchAll(PLACE), ([, column = '']) => column.trim());
  return [];
}
