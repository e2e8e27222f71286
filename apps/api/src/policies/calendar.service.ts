import type { FieldKey } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import type { CalendarEntryView, CalendarEvent, CalendarFact, CalendarFilter } from './calendar.types.js';
import { nodeIn } from './naming.js';
import type { PolicyAssignment, PolicyExemption, PolicySuspension } from './policy.entity.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';

type Row = PolicyAssignment | PolicySuspension | PolicyExemption;
type About = Pick<CalendarEntryView, 'policyName' | 'policyId' | 'versionNumber' | 'fields'>;

/** A page of a year at most: longer than anybody plans, and no more than can be read. */
const LONGEST = 400 * 24 * 3_600_000;

/** P7: what begins and what ends where the viewer reaches, the soonest first. Grows with what is scheduled. */
@Injectable()
export class CalendarService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws BadInput */
  async list(actor: Actor, filter: CalendarFilter): Promise<CalendarEntryView[]> {
    const state = await this.engine.current();
    const from = filter.from ?? this.clock.now();
    const { to, within } = filter;
    if (to <= from || to - from > LONGEST)
      throw new BadInput('to', 'A calendar shows up to 400 days.', { min: iso(from + 1), max: iso(from + LONGEST) });
    const reaches = (unit: string): boolean => {
      const target = targetAt(state.tree, unit);
      return may(actor, 'rules.read', target) && (within == null || target.ancestors.some((above) => above === within));
    };
    return everything(state)
      .flatMap((entry) => turnsIn(entry, from, to))
      .filter(({ row }) => row.recordedTo === null && reaches(row.nodeId))
      .sort((a, b) => a.at - b.at || (a.row.id < b.row.id ? -1 : 1))
      .map((turn) => entryView(state, turn));
  }
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

function entryView(state: PolicyState, { row, fact, event, at, about }: Turn): CalendarEntryView {
  const { id, kind, nodeId, authorName, reason } = row;
  return { ...{ id: `${id} ${event}`, at, fact, event, kind, node: nodeIn(state, nodeId), authorName, reason }, ...about(state) };
}
