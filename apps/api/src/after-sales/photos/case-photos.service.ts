import type { Application, Evidence } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { BadInput } from '../../common/errors.js';
import { currentRead } from '../../database/current-read.js';
import { Database } from '../../database/database.js';
import { Batch, listsBy } from '../../orders/batch.js';
import type { AfterSalesCase } from '../case.entity.js';
import type { Step } from '../step.js';
import { evidenceKinds, kindsShownBy, MAX_PHOTOS, MAX_WAITING, type PhotoKind } from './photo-kinds.js';
import { CasePhoto } from './photo.entity.js';
import { TooManyPhotos } from './photo.errors.js';
import type { CasePhotoView } from './photo.view.js';

type PhotosShown = Required<Pick<Application, 'photos' | 'invoicePhotos'>>;

const shownIn = (photos: readonly CasePhoto[]): PhotosShown => ({
  photos: photos.filter(({ kind }) => kind === 'goods').length,
  invoicePhotos: photos.filter(({ kind }) => kind === 'invoice').length,
});

export const photoView = (photo: CasePhoto): CasePhotoView => ({ ...photo, path: `/photos/${photo.id}` });

/** The photos of cases, as rows. Whoever changes them holds the order. */
@Injectable()
export class CasePhotos {
  private readonly batch = new Batch<CasePhoto[]>(
    (ids) => this.ofAll(ids),
    () => [],
  );

  constructor(@Inject(Database) private readonly database: Database) {}

  /** First to last. */
  of(caseId: string): Promise<CasePhoto[]> {
    return this.batch.load(caseId);
  }

  /** How many photos of a kind no event speaks of yet. */
  async fresh(tx: EntityManager, caseId: string, kind: PhotoKind): Promise<number> {
    return (await tx.find(CasePhoto, { where: { caseId, kind, eventSeq: IsNull() }, ...currentRead(tx) })).length;
  }

  /** How many photos of each kind wait with an order among these. */
  async waiting(db: EntityManager, orderId: string, ids: readonly string[]): Promise<PhotosShown> {
    const wanted = [...new Set(ids)].slice(0, MAX_WAITING);
    if (wanted.length === 0) return { photos: 0, invoicePhotos: 0 };
    return shownIn(await db.find(CasePhoto, { where: { id: In(wanted), orderId, caseId: IsNull() }, ...currentRead(db) }));
  }

  /** How many photos of each kind a case has. */
  async shown(tx: EntityManager, caseId: string): Promise<PhotosShown> {
    return shownIn(await tx.find(CasePhoto, { where: { caseId, kind: In([...evidenceKinds]) }, ...currentRead(tx) }));
  }

  /** A14: how many photos a case has for its judgement, by who took them. */
  async evidence(tx: EntityManager, caseId: string): Promise<Omit<Evidence, 'failedItems'>> {
    const photos = await tx.find(CasePhoto, { where: { caseId }, select: { kind: true, takenBy: true }, ...currentRead(tx) });
    const count = (by: CasePhoto['takenBy'], ...kinds: PhotoKind[]) =>
      photos.filter(({ takenBy, kind }) => takenBy === by && kinds.includes(kind)).length;
    return {
      buyerPhotos: count('buyer', 'goods'),
      outboundPhotos: count('staff', 'outbound'),
      inspectionPhotos: count('staff', 'inspection', 'refusal'),
    };
  }

  /** @throws TooManyPhotos */
  async refuseFull(tx: EntityManager, caseId: string, kind: PhotoKind): Promise<void> {
    const held = await tx.find(CasePhoto, { where: { caseId, kind }, ...currentRead(tx) });
    if (held.length >= MAX_PHOTOS) throw new TooManyPhotos(kind);
  }

  /** A5: the photos that an application comes with become those of its case. @throws BadInput, TooManyPhotos */
  async attach(tx: EntityManager, { id, orderId, lastSeq }: AfterSalesCase, ids: readonly string[]): Promise<CasePhoto[]> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    const where = { id: In(wanted), orderId, caseId: IsNull() };
    const photos = await tx.find(CasePhoto, { where, ...currentRead(tx) });
    if (photos.length < wanted.length)
      throw new BadInput(
        'input.photos',
        'A photo is not there, or not waiting with this order.',
        'photos uploaded to this order',
      );
    for (const kind of evidenceKinds)
      if (photos.filter((photo) => photo.kind === kind).length > MAX_PHOTOS) throw new TooManyPhotos(kind);
    await tx.update(CasePhoto, { id: In(wanted) }, { caseId: id, eventSeq: lastSeq });
    return photos;
  }

  /** The photos added since belong to the step that they were taken for. */
  async tieTo(tx: EntityManager, { transition }: Step, { id, lastSeq }: AfterSalesCase): Promise<void> {
    const kinds = kindsShownBy(transition.verb);
    if (kinds.length === 0) return;
    await tx.update(CasePhoto, { caseId: id, kind: In([...kinds]), eventSeq: IsNull() }, { eventSeq: lastSeq });
  }

  private async ofAll(ids: string[]): Promise<ReadonlyMap<string, CasePhoto[]>> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.read.find(CasePhoto, { where: { caseId: In(ids) }, order });
    return listsBy(rows, ({ caseId }) => caseId ?? '');
  }
}
