import { type Place, type Problem, type ProblemCode, refuses } from '../problems.js';
import { folded, parseCount, parseDecimal, parseFen, parseInstant, trimmed } from './texts.js';
import { columnsIn, fillTemplate, type ValueSpec, type WordMap } from './value-spec.js';

/** What a reader needs of its profile. */
export interface ReadingRules {
  readonly tables: Readonly<Record<string, WordMap>>;
  readonly decimalMark: '.' | ',';
  readonly timeZone: string;
}

/** The cells of a record by the names of their columns; '' for an empty one. */
export type CellOf = (column: string) => string;

const MANY = 12;

const listed = (words: readonly string[]): string =>
  words.length > MANY ? `${words.slice(0, MANY).join(', ')}, … (${String(words.length)})` : words.join(', ');

/** Reads the fields of one record as the profile says and notes what is wrong with each; null stands for empty or refused. */
export class RowReader {
  readonly problems: Problem[] = [];

  constructor(
    readonly at: Place,
    private readonly cellOf: CellOf,
    private readonly rules: ReadingRules,
  ) {}

  /** Whether the record may go in. */
  get usable(): boolean {
    return !this.problems.some(refuses);
  }

  text(spec: ValueSpec | undefined, max: number): string | null {
    return this.read(spec, (text) => (Array.from(text).length <= max ? text : null), {
      code: 'TOO_LONG',
      allowed: `at most ${String(max)} characters`,
    });
  }

  requiredText(spec: ValueSpec, max: number): string | null {
    return this.required(spec, () => this.text(spec, max));
  }

  /** Codes and keys: full-width letters and digits are the same as plain ones. */
  code(spec: ValueSpec | undefined, max: number): string | null {
    const text = this.text(spec, max);
    return text === null ? null : folded(text);
  }

  /** Codes between semicolons of either script, each once and sorted; null: none. */
  codes(spec: ValueSpec | undefined, max: number): string[] | null {
    const parse = (text: string) => {
      const codes = [...new Set(text.split(/[;；]/u).map(folded))].filter((code) => code !== '').sort();
      return codes.every((code) => code.length <= max) ? codes : null;
    };
    const found = this.read(spec, parse, { code: 'TOO_LONG', allowed: `codes of at most ${String(max)} characters, between ;` });
    return found?.length === 0 ? null : found;
  }

  requiredCode(spec: ValueSpec, max: number): string | null {
    return this.required(spec, () => this.code(spec, max));
  }

  word<T extends string>(spec: ValueSpec | undefined, words: readonly T[]): T | null {
    const isWord = (text: string): text is T => (words as readonly string[]).includes(text);
    return this.read(spec, (text) => (isWord(text) ? text : null), { code: 'VALUE_NOT_ALLOWED', allowed: words.join(', ') });
  }

  fen(spec: ValueSpec | undefined): number | null {
    const example = `an amount from 0 such as 1234${this.rules.decimalMark}50`;
    const parse = (text: string) => {
      const fen = parseFen(text, this.rules.decimalMark);
      return fen !== null && fen >= 0 ? fen : null;
    };
    return this.read(spec, parse, { code: 'NOT_AN_AMOUNT', allowed: example });
  }

  count(spec: ValueSpec | undefined): number | null {
    return this.read(spec, parseCount, { code: 'NOT_A_NUMBER', allowed: 'a whole number from 0' });
  }

  decimal(spec: ValueSpec | undefined, bound: number): number | null {
    const parse = (text: string) => {
      const number = parseDecimal(text);
      return number !== null && Math.abs(number) <= bound ? number : null;
    };
    return this.read(spec, parse, { code: 'NOT_A_NUMBER', allowed: `a number from -${String(bound)} to ${String(bound)}` });
  }

  instant(spec: ValueSpec | undefined): number | null {
    const allowed = 'a date such as 2026-03-12 or 2026-03-12 14:05:00';
    return this.read(spec, (text) => parseInstant(text, this.rules.timeZone), { code: 'NOT_AN_INSTANT', allowed });
  }

  /** Reads a field without which the record cannot go in. */
  required<T>(spec: ValueSpec, read: () => T | null): T | null {
    const value = read();
    const column = columnsIn(spec).join(', ');
    // A value that was refused is there; another field may have read the column and said so before.
    const isRefused = this.problems.some((it) => refuses(it) && it.column === column);
    if (value === null && !isRefused) this.note(spec, { code: 'REQUIRED', allowed: 'a value' });
    return value;
  }

  note(
    spec: ValueSpec | null,
    problem: { code: ProblemCode; allowed: string; column?: string; value?: string; severity?: Problem['severity'] },
  ): void {
    const noted: Problem = {
      ...this.at,
      severity: problem.severity ?? 'refused',
      column: problem.column ?? (spec === null ? '' : columnsIn(spec).join(', ')),
      value: problem.value ?? (spec === null ? '' : this.raw(spec)),
      code: problem.code,
      allowed: problem.allowed,
    };
    // Several fields may read one column; what is wrong with it is said once.
    const isSaid = this.problems.some(
      (it) => it.column === noted.column && it.code === noted.code && it.severity === noted.severity,
    );
    if (!isSaid) this.problems.push(noted);
  }

  private read<T>(
    spec: ValueSpec | undefined,
    parse: (text: string) => T | null,
    otherwise: { code: ProblemCode; allowed: string },
  ): T | null {
    if (spec === undefined) return null;
    const text = this.treated(spec);
    if (text === null || text === '') return null;
    const value = parse(text);
    if (value === null) this.note(spec, { ...otherwise, severity: severityOf(spec) });
    return value;
  }

  /** The text after `replace`, `table`, `pattern` and `default`; null where they refuse it. */
  private treated(spec: ValueSpec): string | null {
    const raw = this.raw(spec);
    if ('constant' in spec) return raw;
    if (raw === '') return spec.default ?? '';
    const text = spec.replace[raw] ?? raw;
    const table = 'table' in spec ? this.tableOf(spec.table) : null;
    const word = table === null ? text : (table[text] ?? spec.default);
    if (word === undefined) return this.refuse(spec, 'VALUE_NOT_ALLOWED', listed(Object.keys(table ?? {})));
    if ('pattern' in spec && spec.pattern && !spec.pattern.test(word))
      return this.refuse(spec, 'PATTERN_DIFFERS', spec.pattern.source);
    return word;
  }

  private refuse(spec: ValueSpec, code: ProblemCode, allowed: string): null {
    this.note(spec, { code, allowed, severity: severityOf(spec) });
    return null;
  }

  private tableOf(table: string | WordMap | undefined): WordMap | null {
    if (table === undefined) return null;
    return typeof table === 'string' ? (this.rules.tables[table] ?? {}) : table;
  }

  private raw(spec: ValueSpec): string {
    if ('constant' in spec) return spec.constant;
    if ('template' in spec)
      return trimmed(fillTemplate(spec.template, (column) => trimmed(this.cellOf(column))).replace(/\s+/gu, ' '));
    return spec.column.map((column) => trimmed(this.cellOf(column))).find((text) => text !== '') ?? '';
  }
}

const severityOf = (spec: ValueSpec): Problem['severity'] =>
  'otherwise' in spec && spec.otherwise === 'empty' ? 'emptied' : 'refused';
