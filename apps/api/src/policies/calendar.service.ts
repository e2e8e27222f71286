import type { FieldKey } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { isWithin, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import { localDay } from '../common/local-day.js';
import { pageOf, type PageInput } from '../common/pagination.js';
import { readTimeZone } from '../org/read-input.js';
import type {
  CalendarDayView,
  CalendarEntryView,
  CalendarEvent,
  CalendarFact,
  CalendarFilter,
  CalendarPage,
} from './calendar.types.js';
import { clashesWith } from './clashes.js';
import { nodeIn } from './naming.js';
import { PlannedRules, type PlannedRule } from './planned-rules.js';
import type { PolicyAssignment, PolicyExemption, PolicySuspension } from './policy.entity.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';

type Row = PolicyAssignment | PolicySuspension | PolicyExemption;
type About = Pick<CalendarEntryView, 'policyName' | 'policyId' | 'versionNumber' | 'fields'>;

/** Of what is asked for: `[from, to)`, and whether the viewer sees what happens at a unit. */
export interface CalendarQuestion {
  readonly from: number;
  readonly to: number;
  readonly reaches: (unit: string) => boolean;
}

/** What is planned without being a fact, told by whoever plans it. */
export type CalendarSource = (actor: Actor, state: PolicyState, question: CalendarQuestion) => Promise<CalendarEntryView[]>;

/** Longer than anybody plans, and no more than can be read. */
const LONGEST = 400 * 24 * 3_600_000;

const QUARTER = 900_000;

/** P7: what begins and what ends where the viewer reaches, the soonest first. Grows with what is scheduled. */
@Injectable()
export class CalendarService {
  private readonly sources: CalendarSource[] = [];

  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(PlannedRules) private readonly planned: PlannedRules,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  add(source: CalendarSource): void {
    this.sources.push(source);
  }

  /** A job may schedule the same version at every branch: what is sent is a page. @throws BadInput */
  async page(actor: Actor, filter: CalendarFilter, page?: PageInput | null): Promise<CalendarPage> {
    const { items, ...rest } = pageOf(await this.list(actor, filter), page, ({ at, id }) => ({ key: at, id }));
    const state = await this.engine.current();
    const planned = await this.planned.of(actor, state);
    return { ...rest, items: items.map((entry) => withClashes(state, entry, planned, this.clock.now())) };
  }

  /** How many entries each day has; days without one are left out. @throws BadInput */
  async days(actor: Actor, filter: CalendarFilter, timeZone: string): Promise<CalendarDayView[]> {
    const dayOf = daysIn(readTimeZone(timeZone));
    const entries = new Map<string, number>();
    for (const { at } of await this.list(actor, filter)) entries.set(dayOf(at), (entries.get(dayOf(at)) ?? 0) + 1);
    return [...entries].map(([day, count]) => ({ day, entries: count }));
  }

  /** @throws BadInput */
  async list(actor: Actor, filter: CalendarFilter): Promise<CalendarEntryView[]> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const from = filter.from ?? now;
    const { to, within } = filter;
    if (to <= from || to - from > LONGEST)
      throw new BadInput('to', 'A calendar shows up to 400 days.', { min: iso(from + 1), max: iso(from + LONGEST) });
    const reaches = (unit: string): boolean =>
      isWithin(state.tree, unit, within) && may(actor, 'rules.read', targetAt(state.tree, unit));
    const facts = everything(state)
      .flatMap((entry) => turnsIn(entry, from, to))
      .filter(({ row }) => row.recordedTo === null && reaches(row.nodeId))
      .map((turn) => ({ ...entryView(state, turn), allowedActions: actionsOn(actor, state, turn, now) }));
    const planned = await Promise.all(this.sources.map((source) => source(actor, state, { from, to, reaches })));
    return [...facts, ...planned.flat()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }
}

/** The days of a zone, each looked up once: no zone's midnight lies within a quarter of an hour. */
function daysIn(timeZone: string): (at: number) => string {
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    const day = known.get(quarter) ?? localDay(at, timeZone);
    known.set(quarter, day);
    return day;
  };
}

function withClashes(
  state: PolicyState,
  entry: CalendarEntryView,
  planned: readonly PlannedRule[],
  now: number,
): CalendarEntryView {
  const row = entry.fact === 'assignment' && entry.event === 'begins' ? state.book.assignments.get(entry.factId) : undefined;
  return row && row.validFrom > now ? { ...entry, clashes: clashesWith(state, row, planned, now) } : entry;
}

const iso = (at: number): string => new Date(at).toISOString();

interface Entry {
  readonly fact: CalendarFact;
  readonly row: Row;
  readonly about: (state: PolicyState) => About;
}

interface Turn extends Entry {
  readonly at: number;
  readonly event: CalendarEvent;
}

const nobodys: About = { policyName: null, policyId: null, versionNumber: null, fields: [] };

const everything = ({ book }: PolicyState): Entry[] => [
  ...[...book.assignments.values()].map((row): Entry => ({ fact: 'assignment', row, about: (state) => said(state, row) })),
  ...[...book.suspensions.values()].map((row): Entry => ({ fact: 'suspension', row, about: () => nobodys })),
  ...[...book.exemptions.values()].map((row): Entry => ({
    ...{ fact: 'exemption', row },
    about: () => ({ ...nobodys, fields: row.fields }),
  })),
];

function said({ book }: PolicyState, { versionId }: PolicyAssignment): About {
  const version = versionId === null ? undefined : book.versions.get(versionId);
  const policy = version?.policyId == null ? undefined : book.policies.get(version.policyId);
  const fields = Object.keys(version?.directives ?? {}) as FieldKey[];
  const { name = null, id = null } = policy ?? {};
  return { policyName: name, policyId: id, versionNumber: policy ? (version?.number ?? null) : null, fields };
}

/** Where a fact begins or ends within `[from, to)`. */
function turnsIn(entry: Entry, from: number, to: number): Turn[] {
  const { validFrom, validTo } = entry.row;
  const turns: [number | null, CalendarEvent][] = [
    [validFrom, 'begins'],
    [validTo, 'ends'],
  ];
  return turns.flatMap(([at, event]) => (at !== null && from <= at && at < to ? [{ ...entry, at, event }] : []));
}

/** A version that has not begun can be given another date, by whoever may assign and cancel there; what a set brings, with the set. */
function actionsOn(actor: Actor, state: PolicyState, { fact, event, row }: Turn, now: number): string[] {
  if (fact !== 'assignment' || event !== 'begins' || row.validFrom <= now) return [];
  const { track, changeSetId } = row as PolicyAssignment;
  if (track === 'own' || changeSetId !== null) return [];
  const target = targetAt(state.tree, row.nodeId);
  const isRulemaker = may(actor, 'rules.assign', target) && may(actor, 'rules.cancelAssignment', target);
  return isRulemaker && mayAssignPolicy(actor, state, row as PolicyAssignment) ? ['rules.reschedule'] : [];
}

function mayAssignPolicy(actor: Actor, { book, tree }: PolicyState, { versionId }: PolicyAssignment): boolean {
  const policyId = versionId === null ? null : (book.versions.get(versionId)?.policyId ?? null);
  const policy = policyId === null ? undefined : book.policies.get(policyId);
  return policy === undefined || may(actor, 'policy.assign', targetAt(tree, policy.ownerNodeId));
}

function entryView(state: PolicyState, { row, fact, event, at, about }: Turn): Omit<CalendarEntryView, 'allowedActions'> {
  const { id, kind, nodeId, authorName, reason, validFrom: from, validTo: to } = row;
  const what = { id: `${id} ${event}`, factId: id, at, fact, event, from, to };
  const where = { kind, node: nodeIn(state, nodeId), parent: null, changeSetId: null };
  return { ...what, ...where, ...{ authorName, reason, clashes: [] }, ...about(state) };
}
