import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.js';
import { authorize, targetOf } from '../../auth/authorize.js';
import { NotFound } from '../../common/errors.js';
import { Database } from '../../database/database.js';
import { SalesOrder } from '../../orders/order.entity.js';
import { orderTarget } from '../../orders/order.service.js';
import { AfterSalesCase } from '../case.entity.js';
import { PhotoFiles } from './photo-files.service.js';
import { CasePhoto } from './photo.entity.js';

export interface PhotoFile {
  readonly photo: CasePhoto;
  readonly stream: Readable;
}

/** Photos that go out: to who may read their case, or the order with which they wait. */
@Injectable()
export class PhotoDownloads {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PhotoFiles) private readonly files: PhotoFiles,
  ) {}

  /** @throws NotFound */
  async get(actor: Actor, id: string): Promise<PhotoFile> {
    const photo = await this.database.read.findOneBy(CasePhoto, { id });
    const target = photo && (await this.targetOf(photo));
    if (!photo || !target) throw new NotFound('photo', id);
    authorize(actor, 'case.read', { ...target, what: 'photo', id });
    const stream = await this.files.read(photo.id);
    if (!stream) throw new NotFound('photo', id);
    return { photo, stream };
  }

  private async targetOf({ caseId, orderId }: CasePhoto) {
    if (caseId !== null) {
      const row = await this.database.read.findOneBy(AfterSalesCase, { id: caseId });
      return row && targetOf('photo', row);
    }
    const order = await this.database.read.findOneBy(SalesOrder, { id: orderId });
    return order && orderTarget(order);
  }
}
