import type { NodeId } from '@headwater/org-tree';
import { kindKeys } from '@headwater/policy';
import fc from 'fast-check';
import { enginesHere } from '../testing/test-app.js';
import { TreeService } from '../tree/tree.service.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { carryOut, commandArbitrary, nodeIds, oneOfEach, publishLibrary, type Command } from './testing/commands.js';
import { startChain, type Chain } from './testing/operations.js';

const DAY = 86_400_000;
/** Sequences, each going on where the one before it ended; `HEADWATER_RUNS` asks for more, `HEADWATER_SEED` repeats some. */
const numRuns = Number(process.env['HEADWATER_RUNS'] ?? 3);
const seed = process.env['HEADWATER_SEED'];
const LENGTH = 10;
/** Ms; a sequence takes a few seconds on a loaded machine. */
const PATIENCE = 60_000 + numRuns * 20_000;

/** All that a state answers, of every unit and kind, at these instants; a refusal by its code. */
function answers({ snapshot }: PolicyState, instants: readonly number[], knownAt?: number): Record<string, unknown> {
  const answer = (kind: (typeof kindKeys)[number], node: NodeId, at: number): unknown => {
    try {
      const { suspension, ...document } = snapshot.resolve(kind, node, at, knownAt);
      // The fact itself says by when it was withdrawn, which is no part of the answer.
      return { ...document, suspension: suspension?.id ?? null };
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  return Object.fromEntries(
    kindKeys.flatMap((kind) =>
      nodeIds.flatMap((node) => instants.map((at) => [`${kind} ${node} ${String(at)}`, answer(kind, node as NodeId, at)])),
    ),
  );
}

describe.each(enginesHere())('after any sequence of commands on %s', (engine) => {
  let chain: Chain;
  let versionIds: string[];
  let here: PolicyEngine;
  let there: PolicyEngine;
  const went = new Set<string>();

  const anotherProcess = () => new PolicyEngine(chain.it.database, new TreeService(chain.it.database), chain.it.clock);

  beforeAll(async () => {
    chain = await startChain(engine);
    versionIds = await publishLibrary(chain);
    here = chain.it.app.get(PolicyEngine, { strict: false });
    there = anotherProcess();
  });
  afterAll(() => chain.it.close());

  /** Who made the changes, who hears of several at a time, and who reads everything anew. */
  async function expectAgreement(before: PolicyState): Promise<PolicyState> {
    const now = Date.now();
    const instants = [now - 6 * DAY, now - 2 * DAY, now, now + 4 * DAY, now + 12 * DAY, now + 30 * DAY];
    const state = await here.atLeast((await anotherProcess().current()).epoch);
    const told = answers(state, instants);
    expect(answers(await anotherProcess().current(), instants)).toEqual(told);
    expect(answers(await there.atLeast(state.epoch), instants)).toEqual(told);
    // Law 12, by the fold over whole paths: what came later changes no answer given before it, over the same organization.
    if (state.tree.tree === before.tree.tree)
      expect(answers(state, instants, before.epoch)).toEqual(answers(before, instants, before.epoch));
    return state;
  }

  it(
    'who made it, who heard of it bit by bit and who reads it all anew answer the same',
    async () => {
      const sequence = fc.array(commandArbitrary, { minLength: LENGTH, maxLength: LENGTH });
      const holds = async (commands: readonly Command[]) => {
        let before = await here.current();
        for (const [index, command] of commands.entries()) {
          const refused = await carryOut(chain, versionIds, command);
          expect([null, 'INTERNAL', 'BAD_USER_INPUT'].indexOf(refused)).toBeLessThanOrEqual(0);
          if (refused === null) went.add(command.verb);
          // Every third time, so that the others have several epochs to catch up with.
          if (index % 3 === 2 || index === commands.length - 1) before = await expectAgreement(before);
        }
      };
      // What a sequence did stays done, so a shorter one could not fail the same way.
      await fc.assert(fc.asyncProperty(sequence, holds), {
        ...{ numRuns, endOnFailure: true, examples: [[oneOfEach]] },
        ...(seed !== undefined && { seed: Number(seed) }),
      });
      expect([...went]).toEqual(expect.arrayContaining(oneOfEach.map(({ verb }) => verb)));
    },
    PATIENCE,
  );
});
