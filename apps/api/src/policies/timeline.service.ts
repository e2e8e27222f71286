import { nodeId } from '@headwater/org-tree';
import {
  fieldTimeline,
  joined,
  kindOf,
  type Field,
  type FieldStretch,
  type KindKey,
  type PolicySnapshot,
} from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import { nodeIn } from './naming.js';
import { sourceThen } from './planned-source.js';
import { PlannedTurns, type PlannedTurn } from './planned-turns.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import type { RuleLaneView, RuleStretchView, RuleTimelineView } from './timeline.types.js';

export interface TimelineRequest {
  readonly nodeId: string;
  readonly kind: KindKey;
  /** Without it, every field of the kind. */
  readonly field?: string | null;
  /** UTC epoch ms; without them, a year back and a year ahead. */
  readonly from?: number | null;
  readonly to?: number | null;
}

const YEAR = 365 * 24 * 3_600_000;
/** Longer than orders are kept in question, and no more than can be read. */
const LONGEST = 4 * YEAR;

/** A part of the time asked about, over which the unit's path was one. */
interface Era {
  readonly snapshot: PolicySnapshot;
  /** What was last carried out by then of what is planned; null: nothing. */
  readonly plan: PlannedTurn | null;
  readonly from: number;
  readonly to: number;
}

interface Asked {
  readonly state: PolicyState;
  readonly unit: string;
  readonly kind: KindKey;
  readonly from: number;
  readonly to: number;
}

/** P7: what fields of a unit were and will be. Grows with the turns on the unit's path, not with the organization. */
@Injectable()
export class TimelineService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(PlannedTurns) private readonly plans: PlannedTurns,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, BadInput */
  async of(actor: Actor, { nodeId: unit, kind, field, ...when }: TimelineRequest): Promise<RuleTimelineView> {
    const state = await this.engine.current();
    authorize(actor, 'rules.read', targetAt(state.tree, unit));
    const now = this.clock.now();
    const { from, to } = readSpan(when.from ?? now - YEAR, when.to ?? now + YEAR);
    const asked = { state, unit, kind, from, to };
    const eras = await this.eras(actor, asked, now);
    const lanes = readFields(kind, field).map((each) => laneOf(asked, eras, each));
    return { node: nodeIn(state, unit), kind, from, to, lanes };
  }

  /** Those of the past, and those that what is planned will bring, as far as the viewer may see it. */
  private async eras(actor: Actor, { state, unit, from, to }: Asked, now: number): Promise<Era[]> {
    const planned = await this.plans.eras(actor, state, { unit: nodeId(unit), after: now });
    const turns = [...(await this.engine.erasOf(state, unit, now)), ...planned.map(({ plan }) => plan.at)];
    const starts = [from, ...turns.filter((turn) => from < turn && turn < to)];
    return Promise.all(
      starts.map(async (start, index) => {
        const era = planned.findLast(({ plan }) => plan.at <= start);
        const snapshot = era?.snapshot ?? (await this.engine.snapshotAt(state, start, now));
        return { ...{ from: start, to: starts[index + 1] ?? to, snapshot }, plan: era?.plan ?? null };
      }),
    );
  }
}

/** @throws BadInput */
function readSpan(from: number, to: number): { from: number; to: number } {
  if (to > from && to - from <= LONGEST) return { from, to };
  const allowed = { min: new Date(from + 1).toISOString(), max: new Date(from + LONGEST).toISOString() };
  throw new BadInput('to', 'A timeline shows up to four years.', allowed);
}

/** @throws BadInput */
function readFields(kind: KindKey, key: string | null | undefined): readonly Field[] {
  const { fields } = kindOf(kind);
  const chosen = key == null ? fields : fields.filter((field) => field.key === key);
  if (chosen.length > 0) return chosen;
  throw new BadInput(
    'field',
    'The kind has no such field.',
    fields.map((field) => field.key),
  );
}

function laneOf({ state, unit, kind, from, to }: Asked, eras: readonly Era[], { key: field }: Field): RuleLaneView {
  const question = { kind, field, nodeId: nodeId(unit) };
  const stretches = joined(eras.flatMap((era) => fieldTimeline(era.snapshot, question, era.from, era.to)));
  const planAt = (at: number) => eras.findLast((era) => era.from <= at)?.plan ?? null;
  return { field, stretches: stretches.map((stretch) => stretchView(state, stretch, { from, to, plan: planAt(stretch.from) })) };
}

const stretchView = (
  state: PolicyState,
  stretch: FieldStretch,
  { from, to, plan }: Pick<Era, 'from' | 'to' | 'plan'>,
): RuleStretchView => ({
  from: stretch.from === from ? null : stretch.from,
  to: stretch.to === to ? null : stretch.to,
  value: stretch.value,
  source: sourceThen(state, stretch.source, plan),
  lockedBy: stretch.lock && nodeIn(state, stretch.lock),
});
