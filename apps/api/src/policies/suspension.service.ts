import { kinds, type PolicySnapshot } from '@headwater/policy';
import { nodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { BadInput } from '../common/errors.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectWritten, type EffectPart } from './effects.js';
import { AlreadySuspended, NotSuspended } from './errors.js';
import { toSuspension } from './fact-book.js';
import { requireReason } from './inputs.js';
import { holdsAt } from './live.js';
import { nodeIn } from './naming.js';
import { PolicySuspension } from './policy.entity.js';
import { resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type PolicyWrite } from './policy-writer.service.js';

const kind = 'returnShippingSubsidy' as const;

/** P6: a unit's free returns switched off for a time, with a reason, without touching a field. Promises already made stand. */
@Injectable()
export class SuspensionService {
  constructor(@Inject(PolicyWriter) private readonly writer: PolicyWriter) {}

  /** @throws BadInput, NotFound, Forbidden, AlreadySuspended, NodeArchived */
  async suspend(actor: Actor, unit: string, why: string, until: number | null): Promise<CoverageEffectView> {
    const reason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now } = write;
      authorize(actor, 'coverage.suspend', targetAt(state.tree, unit));
      resolveIn(state.snapshot, kind, unit, now);
      if (until !== null && until <= now)
        throw new BadInput('until', 'It would end before it begins.', { min: new Date(now).toISOString() });
      const held = suspendedHere(state, unit, now);
      if (held) throw new AlreadySuspended(held.validTo);
      const row = suspensionRow(write, unit, { from: now, to: until, reason });
      await write.insert(PolicySuspension, row);
      await write.record('coverage.suspend', { type: 'orgNode', id: unit }, unit, { kind, reason, until });
      return { wrote: true, result: effectOf(write, unit, [row]) };
    });
    return effectWritten(written);
  }

  /** Ends the unit's own suspension now; what was suspended until now stays so in the past. @throws NotFound, Forbidden, NotSuspended */
  async resume(actor: Actor, unit: string, why: string): Promise<CoverageEffectView> {
    const reason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now, epoch } = write;
      authorize(actor, 'coverage.resume', targetAt(state.tree, unit));
      const held = suspendedHere(state, unit, now);
      if (!held) throw new NotSuspended(suspendedAbove(state, unit, now));
      await write.update(PolicySuspension, held.id, { recordedTo: epoch });
      const ended = held.validFrom < now ? [endedAt(write, held)] : [];
      for (const row of ended) await write.insert(PolicySuspension, row);
      await write.record('coverage.resume', { type: 'orgNode', id: unit }, unit, { kind, reason, since: held.validFrom });
      return { wrote: true, result: effectOf(write, unit, [{ ...held, recordedTo: epoch }, ...ended]) };
    });
    return effectWritten(written);
  }
}

/** Kinds that can be suspended at all. */
export const isSuspendable = (key: string): boolean => kinds.some((each) => each.key === key && each.suspendable);

/** The suspension of this very unit that holds at an instant. */
export function suspendedHere({ snapshot, book }: PolicyState, unit: string, at: number): PolicySuspension | undefined {
  const { suspensions } = snapshot.factsOf(kind, nodeId(unit));
  const held = suspensions.find((each) => each.recordedTo === null && holdsAt(each, at));
  return held && book.suspensions.get(held.id);
}

function suspendedAbove(state: PolicyState, unit: string, now: number): string | null {
  const { suspension } = resolveIn(state.snapshot, kind, unit, now);
  return suspension === null ? null : nodeIn(state, suspension.nodeId).name;
}

function suspensionRow(
  write: PolicyWrite,
  unit: string,
  { from, to, reason }: { from: number; to: number | null; reason: string },
): PolicySuspension {
  return {
    ...{ id: write.newId(), kind, nodeId: unit, validFrom: from, validTo: to, recordedFrom: write.epoch, recordedTo: null },
    ...{ reason, ...write.author, recordedAt: write.now },
  };
}

/** The same suspension, known to have ended; it keeps its author. */
const endedAt = (write: PolicyWrite, held: PolicySuspension): PolicySuspension => ({
  ...suspensionRow(write, held.nodeId, { from: held.validFrom, to: write.now, reason: held.reason }),
  ...{ authorId: held.authorId, authorName: held.authorName },
});

function effectOf({ state, now, epoch }: PolicyWrite, unit: string, rows: readonly PolicySuspension[]): EffectPart {
  const before: PolicySnapshot = state.snapshot;
  const after = before.withFacts({ suspensions: rows.map(toSuspension) }, epoch);
  return countEffect(state, { kind, nodeId: nodeId(unit), before, after, at: now, alreadySo: 'alreadyOff' });
}
