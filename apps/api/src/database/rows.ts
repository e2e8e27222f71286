import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityMetadata } from 'typeorm/metadata/EntityMetadata.js';
import { isWide } from './columns.js';

const isJson = (column: ColumnMetadata): boolean => column.type === 'simple-json' || isWide(column);

/** A property's value as its column holds it. */
export function toDatabase(column: ColumnMetadata, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (isJson(column)) return JSON.stringify(value);
  return typeof value === 'boolean' ? Number(value) : value;
}

type Reader = (value: unknown) => unknown;

function readerOf(column: ColumnMetadata): Reader {
  if (isJson(column)) return (value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value);
  if (column.type === 'bigint') return Number;
  return column.type === 'boolean' ? Boolean : (value) => value;
}

interface Read {
  readonly property: string;
  readonly name: string;
  readonly read: Reader;
}

/** What is the same for every statement about a table. */
interface Shape {
  readonly reads: readonly Read[];
  /** `SELECT … FROM …`. */
  readonly head: string;
  readonly names: ReadonlyMap<string, string>;
}

const shapes = new WeakMap<EntityMetadata, Shape>();

function shapeOf(metadata: EntityMetadata): Shape {
  const known = shapes.get(metadata);
  if (known) return known;
  const { columns, tablePath, dataSource } = metadata;
  const escaped = (column: ColumnMetadata) => dataSource.driver.escape(column.databaseName);
  const made = {
    reads: columns.map((column) => ({
      property: column.propertyName,
      name: column.databaseName,
      read: readerOf(column),
    })),
    head: `SELECT ${columns.map(escaped).join(', ')} FROM ${tablePath}`,
    names: new Map(columns.map((column) => [column.propertyName, escaped(column)])),
  };
  shapes.set(metadata, made);
  return made;
}

function nameIn({ names }: Shape, property: string): string {
  const name = names.get(property);
  if (name === undefined) throw new TypeError(`there is no column of ${property}`);
  return name;
}

type Scalar = string | number;
/** Each property equals its value, or one of its values. */
export type Equals<T> = { readonly [K in keyof T]?: Scalar | readonly Scalar[] };

interface Reading<T> {
  /** Under a lock, where the engine has locks: see `currentRead`. */
  readonly held?: boolean;
  /** Ascending. */
  readonly by?: keyof T & string;
}

/**
 * Whole rows, as `find` reads them and several times faster: a step of a case reads a dozen times, and TypeORM composes each query
 * anew. For conditions that are equalities; everything else is `find`'s.
 */
export async function rowsWhere<T extends ObjectLiteral>(
  tx: EntityManager,
  target: EntityTarget<T>,
  where: Equals<T>,
  { held = false, by }: Reading<T> = {},
): Promise<T[]> {
  const metadata = tx.dataSource.getMetadata(target);
  const shape = shapeOf(metadata);
  const conditions = Object.entries(where) as [string, Scalar | readonly Scalar[]][];
  if (conditions.some(([, value]) => Array.isArray(value) && value.length === 0)) return [];
  const words = conditions.map(([property, value]) => {
    const name = nameIn(shape, property);
    return Array.isArray(value) ? `${name} IN (${value.map(() => '?').join(', ')})` : `${name} = ?`;
  });
  const order = by === undefined ? '' : ` ORDER BY ${nameIn(shape, by)}`;
  const lock = held && tx.dataSource.options.type !== 'better-sqlite3' ? ' FOR UPDATE' : '';
  const raw = await tx.query<Record<string, unknown>[]>(
    `${shape.head} WHERE ${words.join(' AND ')}${order}${lock}`,
    conditions.flatMap(([, value]) => value),
  );
  return raw.map((row) => fromDatabase(metadata, shape, row) as T);
}

function fromDatabase({ target }: EntityMetadata, { reads }: Shape, raw: Record<string, unknown>): object {
  const entity = Object.create((target as { prototype: object }).prototype) as Record<string, unknown>;
  for (const { property, name, read } of reads) {
    const value = raw[name] ?? null;
    entity[property] = value === null ? null : read(value);
  }
  return entity;
}

/** Those of a patch that the row has otherwise: an index is written anew for each column of its own that a statement names. */
export function changedIn<T extends object, P extends Partial<T>>(row: T, patch: P): Partial<P> {
  return Object.fromEntries(Object.entries(patch).filter(([key, value]) => row[key as keyof T] !== value)) as Partial<P>;
}

/** `column = ?` for each property of a patch, and the values; what is undefined stays as it is. */
export function assignments(metadata: EntityMetadata, patch: object): { readonly sql: string; readonly params: unknown[] } {
  const shape = shapeOf(metadata);
  const given = (Object.entries(patch) as [string, unknown][]).filter(([, value]) => value !== undefined);
  const columnOf = (property: string) => metadata.findColumnWithPropertyName(property);
  return {
    sql: given.map(([property]) => `${nameIn(shape, property)} = ?`).join(', '),
    params: given.map(([property, value]) => {
      const column = columnOf(property);
      return column ? toDatabase(column, value) : value;
    }),
  };
}
