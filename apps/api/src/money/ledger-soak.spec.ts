import { periodOf, trialBalance, type Entry } from '@headwater/ledger';
import { Random } from '../after-sales/testing/soak/random.js';
import { checkClosedMonths } from '../cli/check/check-closed-months.js';
import { checkEntries, checkSummaries } from '../cli/check/check-ledger.js';
import { signedIn } from '../testing/client.js';
import { plantUnits, smallChain, unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';
import { TreeService } from '../tree/tree.service.js';
import { LedgerService } from './ledger.service.js';
import { BooksModel } from './testing/books-model.js';
import { DrawnEntries } from './testing/drawn-entries.js';

const runs = Number(process.env['HEADWATER_SOAK_RUNS'] ?? 600);
const seed = Number(process.env['HEADWATER_SEED'] ?? 42);
const isLong = process.env['HEADWATER_SOAK_RUNS'] !== undefined;
/** Milliseconds; the long run takes as long as it takes. */
const MOST = isLong ? undefined : 300_000;

const DAY = 86_400_000;
const SHANGHAI = 'Asia/Shanghai';
/** Postings under way at once. */
const ABREAST = 8;
/** About two years, however many operations there are. */
const STEP = (730 * DAY) / runs;

class Crash extends Error {}

const say = (words: string): void => {
  if (isLong) process.stderr.write(`${words}\n`);
};

describe.each(enginesHere())('books of random stories with retries, disorder, reversals and crashes, on %s', (engine) => {
  let it_: TestApp;
  const model = new BooksModel();
  const random = new Random(seed);
  const tally = { posted: 0, again: 0, takenBack: 0, crashes: 0, closed: 0, late: 0 };
  /** Told, but not posted yet: in whatever order they come. */
  const waiting: Entry[] = [];

  const write = (entries: readonly Entry[], crash = false) =>
    it_.database.inTransaction(async (tx) => {
      await it_.app.get(LedgerService, { strict: false }).post(tx, entries, it_.clock.now());
      if (crash) throw new Crash();
    });

  const contextNow = () => {
    const isLate = random.happens(0.05);
    if (isLate) tally.late += 1;
    const at = it_.clock.now() - (isLate ? random.whole(1, 200) * DAY : 0);
    return { period: periodOf(at, SHANGHAI), policyVersion: 'epoch 1', promiseHash: null };
  };

  /** What is posted next: something that waits, something posted before, or the taking back of it. */
  const draw = (drawn: DrawnEntries): Entry => {
    const known = model.entries;
    if (known.length > 0 && random.happens(0.1)) {
      tally.again += 1;
      return random.one(known);
    }
    const reversible = random.one(known.length > 0 ? known : [null]);
    if (reversible && random.happens(0.1)) {
      tally.takenBack += 1;
      return drawn.takenBack(reversible, contextNow());
    }
    while (waiting.length < 2 * ABREAST) waiting.push(...drawn.story(contextNow()));
    return waiting.splice(random.whole(0, waiting.length - 1), 1)[0] as Entry;
  };

  const step = async (drawn: DrawnEntries): Promise<void> => {
    it_.clock.set(it_.clock.now() + Math.ceil(STEP * ABREAST * 2 * random.next()));
    const batch = Array.from({ length: ABREAST }, () => draw(drawn));
    const all = [...batch, ...(random.happens(0.2) ? [random.one(batch)] : [])];
    await Promise.all(
      all.map(async (entry) => {
        if (random.happens(0.05)) {
          tally.crashes += 1;
          await expect(write([entry], true)).rejects.toThrow(Crash);
        }
        await write([entry]);
      }),
    );
    for (const entry of all) model.add(entry);
    tally.posted += all.length;
  };

  const closeMonth = async (): Promise<void> => {
    const finance = await signedIn(it_, 'finance@example.com');
    const { data } = await finance.graphql('{ monthClose { next { period overAt } } }');
    const { next } = data.monthClose;
    if (next === null || Date.parse(next.overAt) > it_.clock.now()) return;
    const { errors } = await finance.graphql('mutation ($period: String!) { closeMonth(period: $period) { period } }', {
      period: next.period,
    });
    expect(errors).toEqual([]);
    model.close(next.period);
    tally.closed += 1;
  };

  beforeAll(async () => {
    it_ = await createTestApp(engine, { HEADWATER_NOW: '2026-01-05T02:00:00Z' });
    await plantUnits(it_.database, smallChain);
    await plantPerson(it_.database, { email: 'finance@example.com', name: '孙会计', roles: [['finance', 'HQ']] });
    await it_.app.get(TreeService, { strict: false }).current();
    const drawn = new DrawnEntries(random, [unitId('SHOP1'), unitId('SHOP3')], unitId('HQ'));
    const since = performance.now();
    for (let done = 0, shown = 0; done < runs; done += ABREAST) {
      await step(drawn);
      if (random.happens(Math.min(0.5, (ABREAST * 40) / runs))) await closeMonth();
      if (done < shown + runs / 10) continue;
      shown = done;
      say(`${engine}: ${String(done)} of ${String(runs)} after ${String(Math.round((performance.now() - since) / 1000))} s`);
    }
    say(`${engine}: seed ${String(seed)}, ${JSON.stringify(tally)}`);
  }, MOST);
  afterAll(() => it_.close());

  it('hold what the plainest arithmetic holds, in every account, month, store and bearer', async () => {
    expect(await model.differences(it_.database.read)).toEqual([]);
  });

  it('balance, from the beginning, in each currency', () => {
    const balances = trialBalance(model.entries.flatMap(({ lines }) => lines));
    for (const currency of ['CNY', 'BRL']) {
      const sums = balances.filter((balance) => balance.currency === currency).map(({ amount }) => amount);
      expect(sums.reduce((left, amount) => left + amount, 0)).toBe(0);
    }
  });

  it('have nothing that a check finds, closed months included', async () => {
    const { read } = it_.database;
    const results = [await checkEntries(read), await checkSummaries(read), await checkClosedMonths(read, unitId('HQ'))];
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('have met what they are about', () => {
    for (const [what, times] of Object.entries(tally)) expect([what, times > 0]).toEqual([what, true]);
  });

  it('are told from books that were tampered with', async () => {
    await it_.database.writer.query('UPDATE ledger_summary SET amount = amount + 1');
    expect((await model.differences(it_.database.read)).length).toBeGreaterThan(0);
  });
});
