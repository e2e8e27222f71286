import { mayStandUnder } from '@headwater/org-tree';
import { type JoinedFile, type OrderMapping, type Profile, profileShape, type UnitMapping } from './profile.js';

type Path = (string | number)[];
type Complain = (path: Path, message: string) => void;

/** A profile whose parts fit each other. */
export const profileSchema = profileShape.superRefine((profile, context) => {
  const complain: Complain = (path, message) => context.addIssue({ code: 'custom', path, message });
  if (!profile.units && !profile.orders && !profile.bill && !profile.priceCard)
    complain([], 'it has neither `units` nor `orders` nor `bill` nor `priceCard`');
  if (profile.units) checkStanding(profile.units, complain);
  checkFiles(profile, complain);
  if (profile.orders) checkKeys(profile.orders, complain);
  checkTables(profile, Object.keys(profile.tables), [], complain);
});

/** The type matrix holds for every line of the file alike, so it is asked once. */
function checkStanding(mapping: UnitMapping, complain: Complain): void {
  const types = ['headquarters', ...mapping.levels.map((it) => it.type), mapping.type] as const;
  const refuse = (below: number, above: number, path: Path, words: string) => {
    const [child, parent] = [types[below] ?? 'store', types[above] ?? 'headquarters'];
    if (!mayStandUnder(child, parent)) complain(path, `${words}: a ${child} may not stand under a ${parent}`);
  };
  types.slice(1).forEach((_, index) => refuse(index + 1, index, ['units', 'levels'], 'does not fit'));
  mapping.levels.forEach((it, index) => {
    if (it.optional) refuse(index + 2, index, ['units', 'levels', index, 'optional'], 'cannot be left out');
  });
}

/** Either one file, which the command line names, or a folder whose files have names here. */
function checkFiles(profile: Profile, complain: Complain): void {
  const known = Object.keys(profile.files);
  const used: [Path, string | undefined][] = [
    ...(profile.units ? [[['units', 'file'], profile.units.file] as [Path, string | undefined]] : []),
    ...(profile.orders ? filesOf(profile.orders) : []),
  ];
  for (const [path, file] of used) {
    if (known.length === 0 && file !== undefined) complain(path, 'names a file, but the profile has no `files`');
    if (known.length > 0 && (file === undefined || !known.includes(file))) complain(path, `must be one of ${known.join(', ')}`);
  }
}

function filesOf(mapping: OrderMapping): [Path, string | undefined][] {
  const { lines, payments } = mapping;
  const lookups = (path: Path, list: readonly JoinedFile[]) =>
    list.map(({ file }, index): [Path, string] => [[...path, 'lookups', index, 'file'], file]);
  return [
    [['orders', 'file'], mapping.file],
    [['orders', 'lines', 'file'], lines.file],
    ...(payments ? [[['orders', 'payments', 'file'], payments.file] as [Path, string | undefined]] : []),
    ...lookups(['orders'], mapping.lookups),
    ...lookups(['orders', 'lines'], lines.lookups),
  ];
}

/** The records of a file are found by one column, whoever asks for them. */
function checkKeys({ file, key, lookups, lines, payments }: OrderMapping, complain: Complain): void {
  const found = new Map<string | undefined, string>([[file, key]]);
  const by = (name: string | undefined, column: string, path: Path) => {
    const known = found.get(name);
    if (known !== undefined && known !== column)
      complain(path, `must be ${known}, by which that file's records are found already`);
    found.set(name, known ?? column);
  };
  if (lines.file !== undefined) by(lines.file, lines.on ?? key, ['orders', 'lines', 'on']);
  if (payments?.file !== undefined) by(payments.file, payments.on ?? key, ['orders', 'payments', 'on']);
  lookups.forEach((it, index) => by(it.file, it.on, ['orders', 'lookups', index, 'on']));
  lines.lookups.forEach((it, index) => by(it.file, it.on, ['orders', 'lines', 'lookups', index, 'on']));
}

/** Every `table: name` names one of the profile's tables, wherever it stands. */
function checkTables(part: unknown, tables: readonly string[], path: Path, complain: Complain): void {
  if (typeof part !== 'object' || part === null || part instanceof RegExp) return;
  for (const [key, value] of Object.entries(part)) {
    const here = [...path, key];
    if (key === 'table' && typeof value === 'string' && !tables.includes(value))
      complain(here, `"${value}" is not among the profile's tables: ${tables.join(', ') || 'it has none'}`);
    else if (path.length > 0 || key !== 'tables') checkTables(value, tables, here, complain);
  }
}
