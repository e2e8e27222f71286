import { stateOf } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { isWithin, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { localDay, yearsAfter } from '../common/local-day.js';
import type { NodeFacts } from '../tree/tree-snapshot.js';
import { nodeIn, sourceOf } from './naming.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import type { ReviewDueView } from './review-dates.types.js';

const FIELD = 'reviewDate';
const KIND = 'afterSalesRules';
/** How long before its day a review is announced. */
const AHEAD = 14 * 24 * 3_600_000;

/** Where no date is set, after how many years the unit looks at a shared version again. */
const YEARS = 1;

/** Units whose review date has come, or comes within fourteen days: the one they set, or a year after what they were assigned began. */
@Injectable()
export class ReviewDatesService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Where the viewer may assign rules, the earliest first. Grows with the units that were assigned rules, not with those that inherit them. */
  async due(actor: Actor, within: string | null): Promise<ReviewDueView[]> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const found = assigned(state)
      .filter((unit) => isWithin(state.tree, unit, within) && may(actor, 'rules.assign', targetAt(state.tree, unit)))
      .flatMap((unit) => dueAt(state, unit, now))
      .sort((a, b) => compare(a.view, b.view));
    return oncePerVersion(found);
  }
}

interface Due {
  readonly view: ReviewDueView & { readonly node: NodeFacts };
  /** Of one that nobody dated: the version that is looked at again. */
  readonly versionId: string | null;
}

/** The earliest first, of one day the higher unit. */
const compare = (a: Due['view'], b: Due['view']): number =>
  a.date.localeCompare(b.date) || a.node.depth - b.node.depth || (a.node.id < b.node.id ? -1 : 1);

/** A version that was assigned to many branches is looked at once, where it was assigned first. */
function oncePerVersion(found: readonly Due[]): ReviewDueView[] {
  const seen = new Set<string>();
  return found.flatMap(({ view, versionId }) => {
    if (versionId !== null && seen.has(versionId)) return [];
    if (versionId !== null) seen.add(versionId);
    return [view];
  });
}

/** Units that some version of the rules is assigned to, or was. */
function assigned({ book }: PolicyState): string[] {
  const rows = [...book.assignments.values()].filter(
    ({ kind, versionId, recordedTo }) => kind === KIND && recordedTo === null && versionId !== null,
  );
  return [...new Set(rows.map((row) => row.nodeId))];
}

/** The unit's date, where it is near. */
function dueAt(state: PolicyState, unit: string, now: number): Due[] {
  const node = nodeIn(state, unit);
  if (node.archivedAt !== null && node.archivedAt <= now) return [];
  const set = dateOf(state, node, now);
  if (set === null || set.date > localDay(now + AHEAD, node.timeZone)) return [];
  const { date, assignmentId, versionId } = set;
  const source = sourceOf(state, assignmentId);
  return [{ view: { node, kind: KIND, date, hasCome: date <= localDay(now, node.timeZone), source }, versionId }];
}

interface DateOf extends Pick<Due, 'versionId'> {
  readonly date: string;
  readonly assignmentId: string;
}

/** The date that the unit itself set; where none holds there at all, a year after the shared version that holds began. */
function dateOf(state: PolicyState, node: NodeFacts, now: number): DateOf | null {
  const found = stateOf(state.snapshot.resolve(KIND, node.id, now), FIELD);
  if (found?.source) {
    const { nodeId: setBy, assignmentId } = found.source;
    return typeof found.value === 'string' && setBy === node.id ? { date: found.value, assignmentId, versionId: null } : null;
  }
  const held = state.snapshot.heldOn(KIND, node.id, 'library', now);
  if (!held?.version) return null;
  const { id: assignmentId, from } = held.assignment;
  return { date: yearsAfter(localDay(from, node.timeZone), YEARS), assignmentId, versionId: held.version.id };
}
