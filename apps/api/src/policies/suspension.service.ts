import { kinds, suspensionId, type Suspension } from '@headwater/policy';
import { nodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen, effectWritten, type EffectPart } from './effects.js';
import { AlreadySuspended, NotSuspended } from './errors.js';
import { toSuspension } from './fact-book.js';
import { requireReason } from './inputs.js';
import { holdsAt, overlap } from './live.js';
import { nodeIn } from './naming.js';
import { PolicySuspension } from './policy.entity.js';
import { ReviewService } from './review.service.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type AlsoWrite, type PolicyWrite } from './policy-writer.service.js';

const kind = 'returnShippingSubsidy' as const;

/** P6: a unit's free returns switched off for a time, with a reason, without touching a field. Promises already made stand. */
@Injectable()
export class SuspensionService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(ReviewService) private readonly reviews: ReviewService,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What suspending would do; refused as suspending is. @throws BadInput, NotFound, Forbidden, AlreadySuspended, NodeArchived */
  async previewSuspend(actor: Actor, unit: string, time: SuspensionTime): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    return this.foreseen(state, unit, suspending(actor, state, { unit, time, now }).effect, now);
  }

  /** What resuming would do; refused as resuming is. @throws NotFound, Forbidden, NotSuspended */
  async previewResume(actor: Actor, unit: string): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    return this.foreseen(state, unit, resuming(actor, state, unit, now).effect, now);
  }

  private async foreseen(state: PolicyState, unit: string, effect: EffectPart, now: number): Promise<CoverageEffectView> {
    const warnings = [...effect.warnings, ...(await this.reviews.foreseen(state, weighed(unit, effect), now))];
    return effectForeseen(state, { ...effect, warnings }, []);
  }

  /** @throws BadInput, NotFound, Forbidden, AlreadySuspended, NodeArchived */
  async suspend(actor: Actor, unit: string, why: string, time: SuspensionTime, also?: AlsoWrite): Promise<CoverageEffectView> {
    const reason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now } = write;
      const { from, effect } = suspending(actor, state, { unit, time, now });
      const { until } = time;
      await write.insert(PolicySuspension, suspensionRow(write, unit, { from, to: until, reason }));
      const planned = from > now ? { from } : {};
      await write.record('coverage.suspend', { type: 'orgNode', id: unit }, unit, { kind, reason, ...planned, until });
      await this.reviews.note(write, 'suspend', weighed(unit, effect), reason);
      await also?.(write.tx);
      return { wrote: true, result: effect };
    });
    return effectWritten(written);
  }

  /**
   * Ends the unit's own suspension now; what was suspended until now stays so in the past. Where none holds yet, the next that is planned is
   * withdrawn.
   * @throws NotFound, Forbidden, NotSuspended
   */
  async resume(actor: Actor, unit: string, why: string): Promise<CoverageEffectView> {
    const reason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now, epoch } = write;
      const { held, effect } = resuming(actor, state, unit, now);
      await write.update(PolicySuspension, held.id, { recordedTo: epoch });
      if (held.validFrom < now) await write.insert(PolicySuspension, endedAt(write, held));
      await write.record('coverage.resume', { type: 'orgNode', id: unit }, unit, { kind, reason, since: held.validFrom });
      await this.reviews.note(write, 'resume', weighed(unit, effect), reason);
      return { wrote: true, result: effect };
    });
    return effectWritten(written);
  }
}

/** `[from, until)`; without `from`, from now on. */
export interface SuspensionTime {
  readonly from?: number | null;
  readonly until: number | null;
}

/** A suspension as the thresholds of approval see it: it touches no field. */
const weighed = (unit: string, { changed }: EffectPart) => ({ kind, nodeId: unit, changed, said: [] });

/** Kinds that can be suspended at all. */
export const isSuspendable = (key: string): boolean => kinds.some((each) => each.key === key && each.suspendable);

/** The suspension of this very unit that holds at an instant. */
export function suspendedHere({ snapshot, book }: PolicyState, unit: string, at: number): PolicySuspension | undefined {
  const { suspensions } = snapshot.factsOf(kind, nodeId(unit));
  const held = suspensions.find((each) => each.recordedTo === null && holdsAt(each, at));
  return held && book.suspensions.get(held.id);
}

const standingOf = ({ snapshot }: PolicyState, unit: string) =>
  snapshot.factsOf(kind, nodeId(unit)).suspensions.filter(({ recordedTo }) => recordedTo === null);

/** The next suspension of this very unit that has not begun. */
export function suspensionPlanned(state: PolicyState, unit: string, now: number): PolicySuspension | undefined {
  const [next] = standingOf(state, unit)
    .filter(({ from }) => from > now)
    .sort((a, b) => a.from - b.from);
  return next && state.book.suspensions.get(next.id);
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

/** What suspending does at a unit, before it is written or instead. @throws BadInput, NotFound, Forbidden, AlreadySuspended, NodeArchived */
function suspending(
  actor: Actor,
  state: PolicyState,
  { unit, time, now }: { unit: string; time: SuspensionTime; now: number },
): { from: number; effect: EffectPart } {
  authorize(actor, 'coverage.suspend', targetAt(state.tree, unit));
  const { from, to } = readTime(time, now);
  resolveIn(state.snapshot, kind, unit, from);
  const other = standingOf(state, unit).find((each) => overlap(each, { from, to }));
  if (other) throw new AlreadySuspended(other);
  const recorded = { recordedFrom: state.snapshot.epoch + 1, recordedTo: null };
  const place = { id: suspensionId(''), kind, nodeId: nodeId(unit), reason: '' };
  return { from, effect: effectOf(state, unit, [{ ...place, from, to, ...recorded }], from) };
}

/** Nothing is suspended in the past: orders paid since then were promised what held. @throws BadInput */
function readTime({ from: wanted, until: to }: SuspensionTime, now: number): { from: number; to: number | null } {
  const from = wanted ?? now;
  if (from < now) throw new BadInput('from', 'A suspension begins now or later.', { min: new Date(now).toISOString() });
  if (to !== null && to <= from)
    throw new BadInput('until', 'It would end before it begins.', { min: new Date(from).toISOString() });
  return { from, to };
}

/** What resuming does at a unit, and which suspension it ends. @throws NotFound, Forbidden, NotSuspended */
function resuming(actor: Actor, state: PolicyState, unit: string, now: number): { held: PolicySuspension; effect: EffectPart } {
  authorize(actor, 'coverage.resume', targetAt(state.tree, unit));
  const held = suspendedHere(state, unit, now) ?? suspensionPlanned(state, unit, now);
  if (!held) throw new NotSuspended(suspendedAbove(state, unit, now));
  const epoch = state.snapshot.epoch + 1;
  const fact = toSuspension(held);
  const ended = fact.from < now ? [{ ...fact, id: suspensionId(''), to: now, recordedFrom: epoch }] : [];
  return { held, effect: effectOf(state, unit, [{ ...fact, recordedTo: epoch }, ...ended], Math.max(fact.from, now)) };
}

function effectOf(state: PolicyState, unit: string, facts: readonly Suspension[], at: number): EffectPart {
  const before = state.snapshot;
  const after = before.withFacts({ suspensions: facts }, before.epoch + 1);
  return countEffect(state, { kind, nodeId: nodeId(unit), before, after, at, alreadySo: 'alreadyOff' });
}
