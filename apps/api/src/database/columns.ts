import { Column, ColumnOptions, Index, PrimaryColumn, ValueTransformer } from 'typeorm';

/** `bigint` reads as a number on SQLite and may be a string on MariaDB; both become a safe integer here. */
const integer: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value)),
};

interface Options {
  readonly nullable?: boolean;
  readonly default?: string | number | boolean;
}

const withDefaults = (options: Options): ColumnOptions => ({ nullable: options.nullable ?? false, default: options.default });

/** ULID primary key made by the application. */
export const Id = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: 26 });

/** ULID of another row. No foreign keys: see ADR 1. */
export const RefColumn = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 26, ...withDefaults(options) });

/** UTC epoch milliseconds. */
export const InstantColumn = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: integer, ...withDefaults(options) });

/** Whole fen. */
export const FenColumn = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: integer, ...withDefaults(options) });

export const IntColumn = (options: Options = {}): PropertyDecorator => Column({ type: 'integer', ...withDefaults(options) });

export const TextColumn = (length: number, options: Options = {}): PropertyDecorator =>
  Column({ type: 'varchar', length, ...withDefaults(options) });

export const BooleanColumn = (options: Options = {}): PropertyDecorator => Column({ type: 'boolean', ...withDefaults(options) });

/** Any JSON value in a text column: no dialect's JSON functions are relied on. */
export const JsonColumn = (options: Options = {}): PropertyDecorator => Column({ type: 'simple-json', ...withDefaults(options) });

const wideJson: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
};

/** JSON that may outgrow the 64 KB of a text column of MySQL: see {@link isWide}. */
export const WideJsonColumn = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'text', transformer: wideJson, ...withDefaults(options) });

/** Whether a column holds up to 16 MB: `mediumtext` on MySQL and MariaDB; SQLite's `text` knows no bound. */
export const isWide = ({ transformer }: Pick<ColumnOptions, 'transformer'>): boolean => transformer === wideJson;

/** Long free text. */
export const LongTextColumn = (options: Options = {}): PropertyDecorator => Column({ type: 'text', ...withDefaults(options) });

/** Row version for optimistic updates; only {@link updateVersioned} moves it on. */
export const VersionColumn = (): PropertyDecorator => Column({ type: 'integer', default: 1 });

/** HQ and at most eight levels below it. */
export const LEVELS = 9;
export const levels: readonly number[] = Array.from({ length: LEVELS }, (_, level) => level);

/** One index per level, each led by that level's ancestor: what makes a subtree's list an equality (ADR 2). */
export function AncestorIndexes(name: string, columns: readonly string[]): ClassDecorator {
  return (target) => {
    for (const level of levels) Index(`${name}_a${String(level)}`, [`a${String(level)}`, ...columns])(target);
  };
}
