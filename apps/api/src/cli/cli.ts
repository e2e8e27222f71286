import 'reflect-metadata';
import { Command, InvalidArgumentError, Option } from 'commander';
import { shippedProfiles } from '../imports/mapping/load-profile.js';
import { parseInstant } from '../imports/mapping/texts.js';
import { check } from './check/check.js';
import { createAdmin } from './create-admin.js';
import { EXIT, failureText, type ExitCode } from './exit.js';
import { importBill, importPriceCard, type BillOptions, type PriceCardOptions } from './import-bill-command.js';
import { importOrders, importUnits, type ImportOptions } from './import-command.js';
import { seed, type SeedOptions } from './seed.js';
import { withDatabase } from './session.js';
import { newPassword } from './terminal.js';

function date(text: string): number {
  const at = parseInstant(text, 'Asia/Shanghai');
  if (at === null) throw new InvalidArgumentError('A date such as 2016-01-01 is wanted.');
  return at;
}

/** Runs a command's work; its answer is the exit code. */
async function ending(work: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(failureText(error));
    process.exitCode = EXIT.failed;
  }
}

const program = new Command('headwater')
  .description('Headwater on the command line: what it works on is said by the environment, as for `npm start`.')
  .addHelpText('afterAll', '\nExit codes: 0 done, 1 done in part or something does not agree, 2 nothing was done.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.done : EXIT.failed))
  .showHelpAfterError();

program
  .command('migrate')
  .description('bring the database to the newest schema')
  .action(() =>
    ending(async () => {
      await withDatabase(() => Promise.resolve());
      console.log('The database has the newest schema.');
      return EXIT.done;
    }),
  );

function whole(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError('A whole number from 0 is wanted.');
  return Number(text);
}

program
  .command('seed')
  .description('plant the demo chain in an empty database')
  .option('--renew', 'throw the demo chain away and plant it anew, up to today')
  .option('--seed <number>', 'another number gives another history', whole)
  .action((options: SeedOptions) => ending(() => seed(options)));

interface AdminOptions {
  email: string;
  name: string;
  chain: string;
  timeZone: string;
  since?: number;
  passwordStdin?: boolean;
}

program
  .command('create-admin')
  .description('make an administrator at HQ, and HQ itself where there is none yet')
  .requiredOption('--email <address>', 'e-mail to sign in with')
  .requiredOption('--name <name>', 'name shown to others')
  .option('--chain <name>', 'name of HQ, where there is none yet', '总部')
  .option('--time-zone <zone>', "HQ's time zone, where there is none yet", 'Asia/Shanghai')
  .option('--since <date>', 'since when the chain exists: orders may be imported from then on', date)
  .option('--password-stdin', 'read the password from standard input instead of asking')
  .action((options: AdminOptions) =>
    ending(async () => {
      const password = await newPassword(options.passwordStdin === true);
      const { email, name, chain, timeZone, since = null } = options;
      const hq = await withDatabase((session) => createAdmin(session, { email, name, chain, timeZone, since, password }));
      console.log(`${email} is an administrator of ${hq}.`);
      return EXIT.done;
    }),
  );

const imports = program.command('import').description("bring a chain's own lists in; the same list again changes nothing");
const mapping = () =>
  new Option('--mapping <profile>', `a profile (${shippedProfiles().join(', ')}) or the path of your own`).makeOptionMandatory();
const report = () => new Option('--report <file>', 'where to list refused lines (import-report.csv)');
const since = () => new Option('--since <date>', 'since when the units exist').argParser(date);
const json = () => new Option('--json', 'print the summary as JSON on the last line');

imports
  .command('org-units')
  .description('units of the organization from a CSV file')
  .argument('<file>', 'the list; a folder where the profile names its files')
  .addOption(mapping())
  .addOption(since())
  .addOption(report())
  .addOption(json())
  .action((file: string, options: ImportOptions) => ending(() => importUnits(file, options)));

imports
  .command('orders')
  .description('orders, and the units that sold them where the profile says so')
  .argument('<path>', 'a CSV file, or the folder with the files that the profile names')
  .addOption(mapping())
  .addOption(since())
  .addOption(report())
  .addOption(json())
  .action((path: string, options: ImportOptions) => ending(() => importOrders(path, options)));

imports
  .command('bill')
  .description('the bill of a carrier or an insurer for a month, matched with the books')
  .argument('<file>', 'the list of parcels or of insured orders; the same file again is refused')
  .addOption(mapping())
  .option('--carrier <name>', 'the carrier, as parcels name it')
  .option('--insurer <name>', 'the insurer, in place of a carrier')
  .requiredOption('--period <month>', 'the month it is for, such as 2026-03')
  .option('--currency <code>', 'what its amounts are in', 'CNY')
  .option('--tolerance <fen>', 'how far a line may be from what is owed and still match', whole, 0)
  .addOption(report())
  .addOption(json())
  .action((file: string, options: BillOptions) => ending(() => importBill(file, options)));

imports
  .command('price-card')
  .description('what a carrier asks by zone and weight from a day on, held against its bills; a whole card or nothing')
  .argument('<file>', 'the card, a line each zone')
  .addOption(mapping())
  .requiredOption('--carrier <name>', 'the carrier, as parcels name it')
  .requiredOption('--valid-from <day>', 'the first day it holds, such as 2026-03-01')
  .option('--currency <code>', 'what its prices are in', 'CNY')
  .addOption(report())
  .addOption(json())
  .action((file: string, options: PriceCardOptions) => ending(() => importPriceCard(file, options)));

program
  .command('check')
  .description('recompute what is kept for speed, and print what does not agree; changes nothing')
  .action(() => ending(check));

await program.parseAsync();
