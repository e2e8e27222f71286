import fc from 'fast-check';
import { east, type Unit } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { carryOut, commandArbitrary, publishLibrary, type Command } from './testing/commands.js';
import { startChain, type Chain } from './testing/operations.js';

/** Trees and sequences of acts; `HEADWATER_RUNS` asks for more, `HEADWATER_SEED` repeats some. */
const numRuns = Number(process.env['HEADWATER_RUNS'] ?? 2);
const seed = process.env['HEADWATER_SEED'];
const LENGTH = 6;
/** Ms; a sequence takes a few seconds on a loaded machine. */
const PATIENCE = 60_000 + numRuns * 20_000;

/** The acts upon one unit: pushes, rollbacks, own rules, coverage, suspensions and exemptions from HQ's bound. */
type Act = Extract<Command, { unit: string }>;
const isAct = (command: Command): command is Act => 'unit' in command && !['move', 'archive', 'restore'].includes(command.verb);
const acts: fc.Arbitrary<Act[]> = fc.array(commandArbitrary.filter(isAct), { minLength: LENGTH, maxLength: LENGTH });

/** Always tried, as random ones are often refused: a push, a rollback, an exemption and a suspension with its end. */
const unit = '';
const oneOfEach: Act[] = [
  { verb: 'assign', unit, version: 0, day: 0, days: null },
  { verb: 'assign', unit, version: 1, day: 0, days: null },
  { verb: 'assign', unit, version: 0, day: 0, days: null },
  { verb: 'exempt', unit, ancestor: 'HQ', days: 20 },
  { verb: 'suspend', unit },
  { verb: 'resume', unit },
  { verb: 'turn', unit, on: true },
  { verb: 'setOwn', unit, saying: 0 },
];

/** A region of as many malls as there are numbers, each with so many stores. */
const regionOf = (code: string, malls: readonly number[]): Unit => ({
  ...{ code, type: 'region' },
  children: malls.map((stores, mall) => ({
    ...{ code: `${code}M${String(mall)}`, type: 'mall' },
    children: Array.from({ length: stores }, (_, store) => ({
      ...{ code: `${code}M${String(mall)}S${String(store)}`, type: 'store' },
    })),
  })),
});

/** One branch, a handful, and a shape of up to a hundred and twenty. */
const shapes: fc.Arbitrary<number[][]> = fc.tuple(
  fc.constant<number[]>([1]),
  fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  fc.array(fc.integer({ min: 10, max: 20 }), { minLength: 3, maxLength: 6 }),
);
const codes = ['RA', 'RB', 'RC'];

async function rowsIn({ it }: Chain): Promise<number> {
  const { read } = it.database;
  const counts = await Promise.all(read.dataSource.entityMetadatas.map(({ target }) => read.count(target)));
  return counts.reduce((sum, each) => sum + each, 0);
}

describe.each(enginesHere())('what is written on %s', (engine) => {
  const went = new Set<string>();

  async function holds([trees, drawn]: [number[][], Act[]]): Promise<void> {
    const regions = codes.map((code, index) => regionOf(code, trees[index] ?? [1]));
    const chain = await startChain(engine, { code: 'HQ', type: 'headquarters', children: [east, ...regions] });
    try {
      const versionIds = await publishLibrary(chain);
      await carryOut(chain, versionIds, { verb: 'assign', unit: 'HQ', version: 1, day: 0, days: null });
      for (const act of drawn) {
        const written: [string | null, number][] = [];
        for (const code of codes) {
          const before = await rowsIn(chain);
          const refused = await carryOut(chain, versionIds, { ...act, unit: code });
          written.push([refused, (await rowsIn(chain)) - before]);
        }
        expect(written).toEqual(codes.map(() => written[0]));
        const [refused, rows] = written[0] ?? ['', 0];
        if (refused === null && rows > 0) went.add(act.verb);
      }
    } finally {
      await chain.it.close();
    }
  }

  it(
    'law 19: an act writes the same number of rows, however much lies below its unit',
    async () => {
      await fc.assert(fc.asyncProperty(fc.tuple(shapes, acts), holds), {
        ...{ numRuns, endOnFailure: true, examples: [[[[[1], [2, 3], [20, 20, 20]], oneOfEach]]] },
        ...(seed !== undefined && { seed: Number(seed) }),
      });
      expect([...went]).toEqual(expect.arrayContaining(oneOfEach.map(({ verb }) => verb)));
    },
    PATIENCE,
  );
});
