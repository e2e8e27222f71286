import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { decide, isTerminal } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThan, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { authorize, targetOf } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { NotFound } from '../../common/errors.js';
import { newId } from '../../common/ids.js';
import { Database } from '../../database/database.js';
import { insertRows } from '../../orders/insert-rows.js';
import { SalesOrder } from '../../orders/order.entity.js';
import { holdOrder, orderTarget } from '../../orders/order.service.js';
import { CaseEvents } from '../case-events.js';
import { factsOf } from '../case-facts.js';
import { CaseRules } from '../case-rules.service.js';
import { AfterSalesCase } from '../case.entity.js';
import { CaseRefused } from '../case.errors.js';
import { doerOf, type Doer } from '../doer.js';
import { DropIns } from '../drop-ins.service.js';
import { loadHeld } from '../load-case.js';
import type { CleanPhoto } from './clean/clean-photo.js';
import { CasePhotos } from './case-photos.service.js';
import { PhotoFiles } from './photo-files.service.js';
import { MAX_WAITING, WAITING_FOR, type EvidenceKind, type PhotoKind } from './photo-kinds.js';
import { CasePhoto } from './photo.entity.js';
import { CaseEnded, TooManyWaiting } from './photo.errors.js';
import { readPhoto } from './read-photo.js';

const SWEPT_AT_ONCE = 200;

type Place = Pick<CasePhoto, 'orderId' | 'caseId' | 'kind'>;

function photoOf({ kind, id: actorId, name: actorName }: Doer, place: Place, { type, bytes }: CleanPhoto, createdAt: number) {
  const content = { mimeType: type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  const who = { takenBy: kind === 'buyer' ? 'buyer' : 'staff', actorId, actorName } as const;
  const photo: CasePhoto = { id: newId(createdAt), ...place, ...who, ...content, createdAt, eventSeq: null };
  return photo;
}

/** Photos that come in: authorized before a byte of them is read, kept on the disk first, then in a transaction as a row and an event. */
@Injectable()
export class PhotoUploads {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(CaseEvents) private readonly events: CaseEvents,
    @Inject(CasePhotos) private readonly photos: CasePhotos,
    @Inject(PhotoFiles) private readonly files: PhotoFiles,
    @Inject(DropIns) private readonly dropIns: DropIns,
  ) {}

  /** @throws NotFound, Forbidden, PhotoTypeRefused, PhotoTooLarge, PhotoUnreadable, TooManyPhotos, CaseEnded */
  async toCase(actor: Actor, caseId: string, kind: PhotoKind, body: Readable): Promise<CasePhoto> {
    const known = await this.database.read.findOneBy(AfterSalesCase, { id: caseId });
    if (!known) throw new NotFound('case', caseId);
    authorize(actor, 'case.addPhoto', targetOf('case', known));
    const doer = doerOf(actor, 'apply', known.buyerName);
    const place = { orderId: known.orderId, caseId, kind };
    return this.keep(doer, place, body, async (tx, photo) => {
      const row = await loadHeld(tx, caseId);
      authorize(actor, 'case.addPhoto', targetOf('case', row));
      if (isTerminal(row.state)) throw new CaseEnded();
      await this.add(tx, row, doer, photo);
    });
  }

  /**
   * A9, M1: of goods on a counter, by whoever may register them there, the selling unit or not, while they can be registered: the photos
   * are that registration's. @throws as `toCase`, CaseRefused
   */
  async toDropIn(actor: Actor, code: string, at: string | null, body: Readable): Promise<CasePhoto> {
    const { id: caseId, orderId, nodeId, buyerName } = await this.dropIns.permitted(actor, code, at);
    const doer = doerOf(actor, 'registerDropIn', buyerName);
    return this.keep(doer, { orderId, caseId, kind: 'inspection' }, body, async (tx, photo) => {
      const row = await loadHeld(tx, caseId);
      const { context } = await this.rules.ground(row, photo.createdAt);
      const registered = decide(factsOf(row), { verb: 'registerDropIn', actor: 'branch', at: at ?? nodeId }, context);
      if (!registered.ok) throw new CaseRefused(registered);
      await this.add(tx, row, doer, photo);
    });
  }

  /** For callers that answer for the doer, within their transaction: the demo chain's history. */
  async plant(tx: EntityManager, doer: Doer, caseId: string, kind: PhotoKind, bytes: Buffer, now: number): Promise<void> {
    const row = await loadHeld(tx, caseId);
    const photo = photoOf(doer, { orderId: row.orderId, caseId, kind }, { type: 'image/png', bytes }, now);
    await this.files.write(photo.id, bytes);
    await insertRows(tx, CasePhoto, [photo]);
    await this.record(tx, row, doer, photo);
  }

  /** The same of an order, for an application that takes it. @returns the photo's id */
  async plantWaiting(
    tx: EntityManager,
    doer: Doer,
    orderId: string,
    kind: EvidenceKind,
    bytes: Buffer,
    now: number,
  ): Promise<string> {
    const photo = photoOf(doer, { orderId, caseId: null, kind }, { type: 'image/png', bytes }, now);
    await this.files.write(photo.id, bytes);
    await insertRows(tx, CasePhoto, [photo]);
    return photo.id;
  }

  /** A5: photos of goods come before there is a case; they wait with the order. @throws as `toCase` */
  async toOrder(actor: Actor, orderId: string, kind: EvidenceKind, body: Readable): Promise<CasePhoto> {
    const order = await this.database.read.findOneBy(SalesOrder, { id: orderId });
    if (!order) throw new NotFound('order', orderId);
    authorize(actor, 'case.apply', orderTarget(order));
    const place = { orderId, caseId: null, kind };
    return this.keep(doerOf(actor, 'apply', order.buyerName), place, body, async (tx, photo) => {
      await holdOrder(tx, orderId);
      if ((await tx.countBy(CasePhoto, { orderId, caseId: IsNull() })) >= MAX_WAITING) throw new TooManyWaiting();
      await insertRows(tx, CasePhoto, [photo]);
    });
  }

  /** What no application has taken in a day is thrown away. @returns how many */
  async sweep(now: number): Promise<number> {
    const where = { caseId: IsNull(), createdAt: LessThan(now - WAITING_FOR) };
    const old = await this.database.read.find(CasePhoto, { select: { id: true }, where, take: SWEPT_AT_ONCE });
    for (const { id } of old) {
      const { affected } = await this.database.inTransaction((tx) => tx.delete(CasePhoto, { id, caseId: IsNull() }));
      if (affected !== 0) await this.files.remove(id);
    }
    return old.length;
  }

  private async add(tx: EntityManager, row: AfterSalesCase, doer: Doer, photo: CasePhoto): Promise<void> {
    await this.photos.refuseFull(tx, row.id, photo.kind);
    await insertRows(tx, CasePhoto, [photo]);
    await this.record(tx, row, doer, photo);
  }

  private async keep(
    doer: Doer,
    place: Place,
    body: Readable,
    write: (tx: EntityManager, photo: CasePhoto) => Promise<void>,
  ): Promise<CasePhoto> {
    const content = await readPhoto(body);
    const photo = photoOf(doer, place, content, this.clock.now());
    await this.files.write(photo.id, content.bytes);
    try {
      await this.database.inTransaction((tx) => write(tx, photo));
    } catch (error) {
      await this.forget(photo.id);
      throw error;
    }
    return photo;
  }

  /** A commit whose answer was lost has kept the photo all the same. */
  private async forget(id: string): Promise<void> {
    if (!(await this.database.read.existsBy(CasePhoto, { id }))) await this.files.remove(id);
  }

  /** An event of its own (A18); whoever has the case open is told, and not refused for it. */
  private async record(tx: EntityManager, row: AfterSalesCase, doer: Doer, photo: CasePhoto): Promise<void> {
    const lastSeq = row.lastSeq + 1;
    await this.events.addPhoto(tx, { ...row, lastSeq }, doer, photo, await this.rules.ground(row, photo.createdAt));
    await tx.update(AfterSalesCase, { id: row.id, version: row.version }, { lastSeq });
  }
}
