import type { CaseAction, CaseState, Deadline, Reminder } from '@headwater/after-sales';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { hint } from '../database/hint.js';
import { insertRows, type Row } from '../orders/insert-rows.js';
import type { Ground } from './case-rules.service.js';
import { CaseEvent, type AfterSalesCase } from './case.entity.js';
import type { CasePhoto } from './photos/photo.entity.js';
import type { Doer } from './doer.js';
import type { Said, Step } from './step.js';

const verbal = ['reason', 'returnReason', 'question', 'answer', 'detail'] as const;

/** What was said in words: the action's own, else what came beside it. */
function reasonOf(action: CaseAction, said: Said | undefined): string | null {
  const input: Record<string, unknown> = { ...action };
  const own = action.verb === 'modify' ? undefined : verbal.map((key) => input[key]).find((text) => typeof text === 'string');
  return typeof own === 'string' ? own : (said?.reason ?? said?.text ?? said?.note ?? null);
}

/** What was put in beside the words, and the rules that decided. */
function dataOf({ verb: _verb, ...input }: CaseAction, said: Said | undefined, { transition }: Step): Record<string, unknown> {
  const words = {
    ...(said?.note !== undefined && { note: said.note }),
    ...(said?.inspection && { inspection: said.inspection }),
  };
  return { ...input, ...words, trace: transition.trace };
}

/** Events that tell of a case and leave it as it is. */
const notices = ['remind', 'parcelStale', 'parcelLost', 'parcelReturned'] as const;
export type NoticeVerb = (typeof notices)[number];
export const isNotice = (verb: string): boolean => (notices as readonly string[]).includes(verb);

type Line = Pick<CaseEvent, 'verb' | 'from' | 'to' | 'reason' | 'data' | 'oldDeadline' | 'newDeadline' | 'policyEpoch'>;

const by = ({ kind, id, name }: Doer) => ({ actorKind: kind, actorId: id, actorName: name });

/** The append-only history of cases (A18). */
@Injectable()
export class CaseEvents {
  /** The event of a step of the lifecycle; `saved` is the row after it. */
  ofStep(step: Step, saved: AfterSalesCase, action: CaseAction, said?: Said): Row<CaseEvent> {
    const { before, after, transition, ground, doer, now } = step;
    const deadlines = { oldDeadline: at(before.deadline), newDeadline: at(after.deadline) };
    const line = { verb: transition.verb, from: before.state, to: after.state, reason: reasonOf(action, said), ...deadlines };
    return eventOf(saved, doer, now, { ...line, policyEpoch: ground.policyEpoch, data: dataOf(action, said, step) });
  }

  /** The first event of a case. */
  open(tx: EntityManager, row: AfterSalesCase, doer: Doer, policyEpoch: number, data: unknown): Promise<void> {
    const line = { verb: 'apply', from: null, to: row.state, reason: row.text, policyEpoch, data };
    return this.append(tx, row, doer, row.appliedAt, { ...line, oldDeadline: null, newDeadline: row.deadlineAt });
  }

  /** A notice on the way to a deadline, under the row's last number; the case itself stays as it is. */
  remind(tx: EntityManager, row: AfterSalesCase, doer: Doer, { kind }: Reminder, ground: Ground): Promise<void> {
    return this.notice(tx, row, doer, kind === 'parcelStale' ? kind : 'remind', ground, kind);
  }

  /** Something that people are told of a case, under the row's last number. */
  notice(
    tx: EntityManager,
    row: AfterSalesCase,
    doer: Doer,
    verb: NoticeVerb,
    { context, policyEpoch }: Ground,
    kind: string = verb,
  ): Promise<void> {
    const state: CaseState = row.state;
    const line = { verb, from: state, to: state, reason: null, data: { kind }, policyEpoch };
    return this.append(tx, row, doer, context.now, { ...line, oldDeadline: row.deadlineAt, newDeadline: row.deadlineAt });
  }

  /** A photo came in, under the row's last number; the case itself stays as it is. */
  addPhoto(tx: EntityManager, row: AfterSalesCase, doer: Doer, photo: CasePhoto, { policyEpoch }: Ground): Promise<void> {
    const { id, kind, mimeType, size, sha256, createdAt } = photo;
    const { state, deadlineAt } = row;
    const line = { verb: 'addPhoto', from: state, to: state, reason: null, data: { photo: id, kind, mimeType, size, sha256 } };
    return this.append(tx, row, doer, createdAt, { ...line, policyEpoch, oldDeadline: deadlineAt, newDeadline: deadlineAt });
  }

  /** Something done beside the state: `row` is the case after it. */
  beside(
    tx: EntityManager,
    row: AfterSalesCase,
    doer: Doer,
    { verb, reason, data }: Pick<CaseEvent, 'verb' | 'data' | 'reason'>,
    { policyEpoch, now }: { readonly policyEpoch: number; readonly now: number },
  ): Promise<void> {
    const stays = { from: row.state, to: row.state, oldDeadline: row.deadlineAt, newDeadline: row.deadlineAt };
    return this.append(tx, row, doer, now, { verb, reason, data, policyEpoch, ...stays });
  }

  async record(tx: EntityManager, events: readonly Row<CaseEvent>[]): Promise<void> {
    await insertRows(tx, CaseEvent, events);
    for (const { caseId } of events) hint(tx, 'case', caseId);
  }

  private append(tx: EntityManager, row: AfterSalesCase, doer: Doer, now: number, line: Line): Promise<void> {
    return this.record(tx, [eventOf(row, doer, now, line)]);
  }
}

function eventOf(row: AfterSalesCase, doer: Doer, now: number, line: Line): Row<CaseEvent> {
  const place = { id: newId(now), caseId: row.id, seq: row.lastSeq, caseVersion: row.version, at: now };
  return { ...place, ...by(doer), ...line, rulesPromise: row.rulesPromise };
}

const at = (deadline: Deadline | null): number | null => deadline?.at ?? null;
