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
import { nodeIn, sourceOf } from './naming.js';
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
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, BadInput */
  async of(actor: Actor, { nodeId: unit, kind, field, ...when }: TimelineRequest): Promise<RuleTimelineView> {
    const state = await this.engine.current();
    authorize(actor, 'rules.read', targetAt(state.tree, unit));
    const now = this.clock.now();
    const { from, to } = readSpan(when.from ?? now - YEAR, when.to ?? now + YEAR);
    const asked = { state, unit, kind, from, to };
    const eras = await this.eras(asked, now);
    const lanes = readFields(kind, field).map((each) => laneOf(asked, eras, each));
    return { node: nodeIn(state, unit), kind, from, to, lanes };
  }

  private async eras({ state, unit, from, to }: Asked, now: number): Promise<Era[]> {
    const turns = (await this.engine.erasOf(state, unit, now)).filter((turn) => from < turn && turn < to);
    const starts = [from, ...turns];
    return Promise.all(
      starts.map(async (start, index) => ({
        ...{ from: start, to: starts[index + 1] ?? to },
        snapshot: await this.engine.snapshotAt(state, start, now),
      })),
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
  return { field, stretches: stretches.map((stretch) => stretchView(state, stretch, from, to)) };
}

const stretchView = (state: PolicyState, stretch: FieldStretch, from: number, to: number): RuleStretchView => ({
  from: stretch.from === from ? null : stretch.from,
  to: stretch.to === to ? null : stretch.to,
  value: stretch.value,
  source: sourceOf(state, stretch.source?.assignmentId ?? null),
  lockedBy: stretch.lock && nodeIn(state, stretch.lock),
});
