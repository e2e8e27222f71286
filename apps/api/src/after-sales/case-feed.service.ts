import type { CaseState } from '@headwater/after-sales';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { In } from 'typeorm';
import { may, targetOf } from '../auth/authorize.js';
import type { LiveViewer } from '../auth/current-actor.js';
import { Clock } from '../common/clock.js';
import { firstIdAt } from '../common/ids.js';
import { pollWhileListening } from '../common/poll-while-listening.js';
import { Poller } from '../common/poller.js';
import { Database } from '../database/database.js';
import { Hints } from '../database/hints.js';
import { LiveQueue } from '../live/live-queue.js';
import { AfterSalesCase } from './case.entity.js';
import type { CaseHintView } from './case-hint.view.js';

const SECOND = 1_000;
/** Time for the rest of a commit's hints to come. */
const SOON = 50;
/** How far back each look goes, and how far every tenth: further than a transaction may wait for locks. */
const SHORT = 5 * SECOND;
const LONG = 120 * SECOND;
const LONG_EVERY = 10;
/** Events of one look, cases told one by one, hints that may wait for a slow page, and events remembered as told. */
const MAX_EVENTS = 1_000;
const MAX_TOLD = 100;
const MAX_WAITING = 100;
const MAX_SEEN = 5_000;

/** What a subscription yields for its field. */
export interface CaseHint {
  readonly caseChanged: CaseHintView;
}

interface Listener {
  readonly queue: LiveQueue<CaseHint>;
  readonly viewer: LiveViewer;
  readonly within: string | null;
}

interface Happened {
  readonly id: string;
  readonly caseId: string;
  readonly verb: string;
}

const many: CaseHint = { caseChanged: { kind: 'many', caseId: null, version: null, state: null, verb: null } };

/** What happened to cases since an id: their steps, and what carriers said of their parcels, which is no step (A8). */
const HAPPENED = `SELECT id, case_id AS caseId, verb FROM case_event WHERE id >= ?
  UNION ALL SELECT e.id AS id, c.case_id AS caseId, 'recordTracking' AS verb
    FROM tracking_event e JOIN shipment_case c ON c.shipment_id = e.shipment_id WHERE e.id >= ?
  ORDER BY id DESC LIMIT ${String(MAX_EVENTS)}`;

/** Of one parcel, its cases learn the same. */
const keyOf = ({ id, caseId }: Happened): string => `${id} ${caseId}`;

/**
 * Tells the pages that are open which cases moved, whichever process moved them (A17, console.md section 3). The truth is the history of
 * cases and of their parcels: ids are made before the commit, so each look goes back further than the last one, and forgets what was told. Hints, of this
 * process and by Redis of others, make it look at once; without them it looks each second.
 */
@Injectable()
export class CaseFeed implements OnModuleInit, OnModuleDestroy {
  private readonly listeners = new Set<Listener>();
  private readonly seen = new Set<string>();
  private readonly poller: Poller;
  private polls = 0;
  private soon: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Database) private readonly database: Database,
    @Inject(Hints) private readonly hints: Hints,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.poller = new Poller('CaseFeed', SECOND, () => this.poll());
  }

  onModuleInit(): void {
    for (const source of [this.database, this.hints]) {
      source.onHint('case', () => this.lookSoon());
      source.onHint('presence', (caseId) => void this.tellPresence(caseId).catch(() => undefined));
    }
    pollWhileListening(this.host, [this.poller]);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.soon) clearTimeout(this.soon);
    await this.poller.stop();
    await this.looking.catch(() => undefined);
  }

  /** From now on; what happened before is not told. */
  async listen(viewer: LiveViewer, within: string | null): Promise<AsyncIterableIterator<CaseHint>> {
    if (this.listeners.size === 0) await this.unseen(LONG);
    const queue: LiveQueue<CaseHint> = new LiveQueue(MAX_WAITING, many, () => this.listeners.delete(listener));
    const listener = { queue, viewer, within };
    this.listeners.add(listener);
    return queue;
  }

  private poll(): Promise<void> {
    this.polls += 1;
    return this.look(this.polls % LONG_EVERY === 0 ? LONG : SHORT);
  }

  private lookSoon(): void {
    if (this.listeners.size === 0) return;
    this.soon ??= setTimeout(() => {
      this.soon = null;
      // What fails here is found by the next poll, which says so.
      this.look(SHORT).catch(() => undefined);
    }, SOON).unref();
  }

  /** One after the other, so that nothing is told twice. */
  private look(back: number): Promise<void> {
    this.looking = this.looking.catch(() => undefined).then(() => this.tellSince(back));
    return this.looking;
  }

  private async tellSince(back: number): Promise<void> {
    if (this.listeners.size === 0) return;
    const happened = await this.unseen(back);
    const byCase = new Map<string, Happened[]>();
    for (const event of happened) byCase.set(event.caseId, [...(byCase.get(event.caseId) ?? []), event]);
    if (happened.length === MAX_EVENTS || byCase.size > MAX_TOLD) {
      this.tellAll(many);
      return;
    }
    for (const row of await this.rowsOf([...byCase.keys()])) this.tell(row, hintOf(row, byCase.get(row.id) ?? []));
  }

  /** A colleague opened or left a case. */
  private async tellPresence(caseId: string): Promise<void> {
    if (this.listeners.size === 0) return;
    for (const row of await this.rowsOf([caseId])) this.tell(row, hintAbout(row, 'presence', null));
  }

  /** Events of the last while that were not told yet, the oldest first; they are now. */
  private async unseen(back: number): Promise<Happened[]> {
    const since = firstIdAt(this.clock.now() - back);
    const rows = await this.database.read.query<Happened[]>(HAPPENED, [since, since]);
    const fresh = rows.filter((event) => !this.seen.has(keyOf(event))).reverse();
    for (const event of fresh) this.seen.add(keyOf(event));
    for (const key of this.seen) {
      if (this.seen.size <= MAX_SEEN) break;
      this.seen.delete(key);
    }
    return fresh;
  }

  private rowsOf(ids: readonly string[]): Promise<AfterSalesCase[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.database.read.findBy(AfterSalesCase, { id: In(ids) });
  }

  private tell(row: AfterSalesCase, hint: CaseHint): void {
    const target = targetOf('case', row);
    for (const { queue, viewer, within } of this.listeners) {
      const actor = viewer();
      const isThere = within === null || target.ancestors.some((ancestor) => ancestor === within);
      if (actor && isThere && may(actor, 'case.read', target)) queue.push(hint);
    }
  }

  private tellAll(hint: CaseHint): void {
    for (const { queue } of this.listeners) queue.push(hint);
  }
}

const hintAbout = (
  { id: caseId, version, state }: { id: string; version: number; state: CaseState },
  kind: CaseHintView['kind'],
  verb: string | null,
): CaseHint => ({ caseChanged: { kind, caseId, version, state, verb } });

function hintOf(row: AfterSalesCase, events: readonly Happened[]): CaseHint {
  const isNew = events.some(({ verb }) => verb === 'apply');
  return hintAbout(row, isNew ? 'applied' : 'moved', events.at(-1)?.verb ?? null);
}
