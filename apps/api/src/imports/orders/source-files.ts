import { statSync } from 'node:fs';
import { join } from 'node:path';
import { brokenRecord, openCsv } from '../csv/open-csv.js';
import type { ImportReport } from '../csv/report.js';
import { FileInvalid } from '../imports.errors.js';
import { columnsUsed } from '../mapping/columns.js';
import type { OrderMapping, Profile } from '../mapping/profile.js';
import { folded } from '../mapping/texts.js';
import type { Progress } from '../progress.js';
import { Staging } from './staging.js';

/** The name of the one file of a profile without `files`. */
export const ONLY = 'file';

/** A file of the source, the column its records are found by, and where the columns stand. */
export interface StagedFile {
  readonly name: string;
  readonly path: string;
  readonly key: string;
  /** Orders, lines or payments, whose records are judged with their order; not what these only look things up in. */
  readonly isJudged: boolean;
  columnAt: ReadonlyMap<string, number>;
}

/** `orders`, or `customers.city` where it stands in another file of the profile. */
export function splitColumn(column: string, profile: Profile, own: string): { file: string; column: string } {
  const dot = column.indexOf('.');
  const file = column.slice(0, Math.max(dot, 0));
  return dot > 0 && file in profile.files ? { file, column: column.slice(dot + 1) } : { file: own, column };
}

/** Where a profile's files are: the one that was given, or the folder's by their names. @throws FileInvalid */
export function pathOf(profile: Profile, given: string, file: string | undefined): string {
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) throw new FileInvalid(given, 'there is no such file or folder');
  if (file === undefined) {
    if (isFolder) throw new FileInvalid(given, 'this profile reads one file, not a folder');
    return given;
  }
  if (!isFolder) throw new FileInvalid(given, `this profile reads a folder with ${Object.values(profile.files).join(', ')}`);
  return join(given, profile.files[file] ?? file);
}

/** Every file an order mapping reads, once, with the column it is found by; the profile was refused where that would be two. */
export function filesOf(profile: Profile, mapping: OrderMapping, given: string): StagedFile[] {
  const { lines, payments } = mapping;
  const judged = [
    { file: mapping.file, key: mapping.key },
    ...(lines.file === undefined ? [] : [{ file: lines.file, key: lines.on ?? mapping.key }]),
    ...(payments?.file === undefined ? [] : [{ file: payments.file, key: payments.on ?? mapping.key }]),
  ];
  const lookups = [...mapping.lookups, ...lines.lookups].map(({ file, on }) => ({ file, key: on }));
  const files = new Map<string, StagedFile>();
  for (const { file, key } of [...judged, ...lookups]) {
    const name = file ?? ONLY;
    const isJudged = judged.some((it) => it.file === file);
    if (!files.has(name)) files.set(name, { name, path: pathOf(profile, given, file), key, isJudged, columnAt: new Map() });
  }
  return [...files.values()];
}

/** The columns that have to be in a file's header. */
export function columnsOf(profile: Profile, mapping: OrderMapping, file: StagedFile): string[] {
  const own = mapping.file ?? ONLY;
  const named = [
    ...columnsUsed(mapping.order).map((column) => splitColumn(column, profile, own)),
    ...columnsUsed(mapping.lines).map((column) => splitColumn(column, profile, mapping.lines.file ?? own)),
    ...columnsUsed(mapping.payments).map((column) => splitColumn(column, profile, mapping.payments?.file ?? own)),
    ...mapping.lookups.map(({ on }) => ({ file: own, column: on })),
    ...mapping.lines.lookups.map(({ on }) => ({ file: mapping.lines.file ?? own, column: on })),
  ];
  return [file.key, ...named.filter((it) => it.file === file.name).map((it) => it.column)];
}

const MANY = 2_000;

/** Reads a whole file into the staging; what is broken is reported, unless it is judged with its order. @returns its records */
export async function stage(
  file: StagedFile,
  it: { profile: Profile; columns: readonly string[]; staging: Staging; report: ImportReport; progress: Progress },
): Promise<number> {
  const csv = await openCsv(file.path, it.profile, it.columns, (bytes) => it.progress.advance(bytes));
  it.progress.start(csv.name, csv.bytes);
  file.columnAt = csv.columnAt;
  const at = csv.columnAt.get(file.key) ?? 0;
  let count = 0;
  let waiting: Parameters<Staging['put']>[1][number][] = [];
  for await (const record of csv.records) {
    count += 1;
    const key = folded(record.cells[at] ?? '');
    const broken = brokenRecord(csv, record);
    if (broken && (key === '' || !file.isJudged)) it.report.add([broken]);
    else waiting.push({ key, record });
    if (waiting.length < MANY) continue;
    it.staging.put(file.name, waiting);
    waiting = [];
  }
  it.staging.put(file.name, waiting);
  it.progress.done();
  return count;
}
