import { QueryRunner, Table, TableColumnOptions, TableIndexOptions } from 'typeorm';

/** Columns in the words that mean the same on both engines. */
export const varchar = (name: string, length: number, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  ...more,
});
export const ref = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => varchar(name, 26, more);
export const bigint = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'bigint',
  ...more,
});
export const integer = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'integer',
  ...more,
});
export const double = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'double',
  ...more,
});
export const text = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'text',
  ...more,
});
export const boolean = (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
  name,
  type: 'boolean',
  ...more,
});

export const nullable = { isNullable: true } as const;
export const primary = { isPrimary: true } as const;

/** The ancestors of a row's node, HQ first (ADR 2). */
export const ancestors = (): TableColumnOptions[] => Array.from({ length: 9 }, (_, level) => ref(`a${String(level)}`, nullable));

export const index = (name: string, ...columnNames: string[]): TableIndexOptions => ({ name, columnNames });
export const unique = (name: string, ...columnNames: string[]): TableIndexOptions => ({ name, columnNames, isUnique: true });

/** One index per level, each led by that level's ancestor. */
export const ancestorIndexes = (name: string, ...columnNames: string[]): TableIndexOptions[] =>
  Array.from({ length: 9 }, (_, level) => index(`${name}_a${String(level)}`, `a${String(level)}`, ...columnNames));

/** Creates a table with its indexes, or leaves one that an earlier, broken run has made: MySQL commits each of these by itself. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: TableColumnOptions[],
  indices: TableIndexOptions[] = [],
): Promise<void> {
  await runner.createTable(new Table({ name, columns, indices }), true);
}
