import type { FieldKey, Operation } from '@headwater/policy';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { And, LessThan, MoreThanOrEqual } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { Database } from '../database/database.js';
import { CalendarService, type CalendarQuestion } from '../policies/calendar.service.js';
import type { CalendarEntryView } from '../policies/calendar.types.js';
import { clashesOf, clashViews } from '../policies/clashes.js';
import type { AssignmentClashView } from '../policies/coverage.types.js';
import { nodeIn } from '../policies/naming.js';
import type { PolicyState } from '../policies/policy-state.js';
import { ChangeSet } from './change-set.entity.js';

/** P7: the approved change sets that wait for their date are in the calendar, each of their operations by itself. */
@Injectable()
export class ScheduledSets implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  onModuleInit(): void {
    this.calendar.add((actor, state, question) => this.entries(actor, state, question));
  }

  private async entries(actor: Actor, state: PolicyState, { from, to, reaches }: CalendarQuestion): Promise<CalendarEntryView[]> {
    const effectiveAt = And(MoreThanOrEqual(from), LessThan(to));
    const sets = await this.database.read.findBy(ChangeSet, { status: 'approved', effectiveAt });
    return sets
      .filter(({ nodeId }) => may(actor, 'changeSet.read', targetAt(state.tree, nodeId)))
      .flatMap((set) => set.operations.map((operation, index) => ({ set, operation, index })))
      .filter(({ operation }) => reaches(operation.nodeId))
      .map(({ set, operation, index }) => entryOf(state, set, operation, index));
  }
}

const factOf = { assign: 'assignment', setOwn: 'assignment', exempt: 'exemption', move: 'move' } as const;

function entryOf(state: PolicyState, set: ChangeSet, operation: Operation, index: number): CalendarEntryView {
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
    ...{ authorName, reason: title, allowedActions: [], clashes: clashesAt(state, operation, at) },
  };
}

/** What else is scheduled where a version is to be assigned. */
function clashesAt(state: PolicyState, operation: Operation, from: number): AssignmentClashView[] {
  if (operation.verb !== 'assign') return [];
  const { kind, nodeId, versionId, to } = operation;
  const version = versionId === null ? null : (state.snapshot.version(versionId) ?? null);
  const proposal = { track: 'library', version, from, to } as const;
  return clashViews(state, clashesOf(state.snapshot.factsOf(kind, nodeId), proposal, from), from);
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
