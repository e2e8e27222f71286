import type { FieldKey, Operation } from '@headwater/policy';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { CalendarService, type CalendarQuestion } from '../policies/calendar.service.js';
import type { CalendarEntryView } from '../policies/calendar.types.js';
import { nodeIn } from '../policies/naming.js';
import { PlannedRules, type PlannedRule } from '../policies/planned-rules.js';
import type { PolicyState } from '../policies/policy-state.js';
import { ChangeSet } from './change-set.entity.js';
import { clashesOfOperation } from './operation-clashes.js';
import { spokenIn } from './spoken.js';

/** P7: the approved change sets that wait for their date are in the calendar, each of their operations by itself. */
@Injectable()
export class ScheduledSets implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(PlannedRules) private readonly planned: PlannedRules,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.calendar.add((actor, state, question) => this.entries(actor, state, question));
    this.planned.add(async (actor, state) => (await this.waiting(actor, state)).flatMap((set) => rulesOf(state, set)));
  }

  private async entries(actor: Actor, state: PolicyState, { from, to, reaches }: CalendarQuestion): Promise<CalendarEntryView[]> {
    const sets = await this.waiting(actor, state);
    const planned = sets.flatMap((set) => rulesOf(state, set));
    const now = this.clock.now();
    return sets
      .filter(({ effectiveAt: at }) => at !== null && from <= at && at < to)
      .flatMap((set) => set.operations.map((operation, index) => ({ set, operation, index })))
      .filter(({ operation }) => reaches(operation.nodeId))
      .map(({ set, operation, index }) => ({
        ...entryOf(state, set, operation, index),
        clashes: clashesOfOperation({ state, set, planned, now, at: set.effectiveAt ?? now }, operation),
      }));
  }

  /** All that wait, as far as the viewer may see them; they are few. */
  private async waiting(actor: Actor, state: PolicyState): Promise<ChangeSet[]> {
    const sets = await this.database.read.findBy(ChangeSet, { status: 'approved', effectiveAt: Not(IsNull()) });
    return sets.filter(({ nodeId }) => may(actor, 'changeSet.read', targetAt(state.tree, nodeId)));
  }
}

const factOf = { assign: 'assignment', setOwn: 'assignment', exempt: 'exemption', move: 'move' } as const;

function rulesOf(state: PolicyState, { id, number, title, effectiveAt, operations }: ChangeSet): PlannedRule[] {
  return operations.flatMap((operation): PlannedRule[] => {
    const spoken = operation.verb === 'move' ? null : spokenIn(state, operation, effectiveAt ?? 0);
    if (operation.verb === 'move' || spoken === null) return [];
    return [{ ...spoken, kind: operation.kind, nodeId: operation.nodeId, changeSet: { id, number, title } }];
  });
}

function entryOf(state: PolicyState, set: ChangeSet, operation: Operation, index: number): Omit<CalendarEntryView, 'clashes'> {
  const { id, title, authorName, effectiveAt } = set;
  const at = effectiveAt ?? 0;
  const { verb, nodeId } = operation;
  return {
    ...{
      id: `${id} ${String(index).padStart(2, '0')}`,
      factId: id,
      changeSetId: id,
      at,
      from: at,
      fact: factOf[verb],
      event: 'begins',
    },
    to: verb === 'assign' || verb === 'exempt' ? operation.to : null,
    kind: verb === 'move' ? null : operation.kind,
    node: nodeIn(state, nodeId),
    parent: verb === 'move' ? nodeIn(state, operation.parentId) : null,
    ...policyOf(state, operation),
    fields: fieldsOf(state, operation),
    ...{ authorName, reason: title, allowedActions: [] },
  };
}

function policyOf(
  { book }: PolicyState,
  operation: Operation,
): Pick<CalendarEntryView, 'policyId' | 'policyName' | 'versionNumber'> {
  const id = operation.verb === 'assign' ? operation.versionId : null;
  const version = id === null ? undefined : book.versions.get(id);
  const policy = version?.policyId == null ? undefined : book.policies.get(version.policyId);
  return { policyId: policy?.id ?? null, policyName: policy?.name ?? null, versionNumber: version?.number ?? null };
}

function fieldsOf({ snapshot }: PolicyState, operation: Operation): FieldKey[] {
  switch (operation.verb) {
    case 'assign':
      return Object.keys((operation.versionId && snapshot.version(operation.versionId)?.directives) || {}) as FieldKey[];
    case 'setOwn':
      return Object.keys(operation.changes) as FieldKey[];
    case 'exempt':
      return [...operation.fields];
    case 'move':
      return [];
  }
}
