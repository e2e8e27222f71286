import { Field, InputType, Int } from '@nestjs/graphql';
import { BadInput } from './errors.js';

const MAX_PAGE = 200;

@InputType()
export class PageInput {
  @Field(() => Int, { nullable: true, defaultValue: 25 })
  first?: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}

/** Position of the last row of a page: the sort key and the id that breaks ties. */
export interface Cursor {
  key: string | number | null;
  id: string;
}

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.key, cursor.id])).toString('base64url');
}

function decodeCursor(text: string | null | undefined): Cursor | null {
  if (text === null || text === undefined) return null;
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown];
    if ((typeof key === 'string' || typeof key === 'number' || key === null) && typeof id === 'string') return { key, id };
  } catch {
    // falls through to the one refusal below
  }
  throw new BadInput('page.after', 'This cursor is not one of ours.', 'a nextCursor of the same list');
}

/** Size and position of a page, checked. */
export function readPage(page: PageInput | null | undefined): { first: number; after: Cursor | null } {
  const first = page?.first ?? 25;
  if (first < 1 || first > MAX_PAGE)
    throw new BadInput('page.first', `A page has 1 to ${String(MAX_PAGE)} rows.`, { min: 1, max: MAX_PAGE });
  return { first, after: decodeCursor(page?.after) };
}

const order = (a: Cursor, b: Cursor): number =>
  a.key === b.key ? (a.id < b.id ? -1 : Number(a.id > b.id)) : (a.key ?? '') < (b.key ?? '') ? -1 : 1;

/**
 * A page of rows that are all at hand, in the order of their cursors. It goes on behind the place of the cursor, whether the row
 * that stood there is still among them or not.
 * @throws BadInput
 */
export function pageOf<T>(
  rows: readonly T[],
  page: PageInput | null | undefined,
  cursorOf: (row: T) => Cursor,
): { items: T[]; nextCursor: string | null; total: number } {
  const { first, after } = readPage(page);
  const sorted = rows.map((row) => ({ row, cursor: cursorOf(row) })).sort((a, b) => order(a.cursor, b.cursor));
  const rest = sorted.filter(({ cursor }) => after === null || order(cursor, after) > 0).map(({ row }) => row);
  return { ...cutPage(rest, first, cursorOf), total: rows.length };
}

/** Cuts `first + 1` fetched rows into a page and the cursor of the next one. */
export function cutPage<T>(
  rows: readonly T[],
  first: number,
  cursorOf: (row: T) => Cursor,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, first);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > first && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}
