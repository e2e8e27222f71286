import type { Readable } from 'node:stream';
import { Controller, Inject, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { BadInput } from '../common/errors.js';
import { authorizeBill } from './bill-access.js';
import { BillImport, type BillTask } from './bill-import.service.js';
import { billProfile } from './bill-profiles.js';
import { BillTooLarge } from './bill.errors.js';
import { inTemporaryFile, MAX_BILL_BYTES } from './temporary-file.js';

type Said = Readonly<Record<string, string | undefined>>;

export interface BillUploaded {
  readonly id: string;
  readonly lineCount: number;
  readonly refusedCount: number;
}

/** M4: the file of a carrier or an insurer: one request, one bill, its bytes the body. */
@Controller('bills')
export class BillUploadController {
  constructor(@Inject(BillImport) private readonly imports: BillImport) {}

  @Requires('bill.import')
  @Post()
  async add(@CurrentStaff() actor: StaffActor, @Query() said: Said, @Req() request: FastifyRequest): Promise<BillUploaded> {
    authorizeBill(actor, 'bill.import', '');
    const facts = factsOf(said);
    return inTemporaryFile(bodyOf(request), facts.fileName, async (path) => {
      const { bill } = await this.imports.run(actor, { ...facts, path });
      return { id: bill.id, lineCount: bill.lineCount, refusedCount: bill.refusedCount };
    });
  }
}

/** Pasted text is UTF-8, whatever files of its shape are. */
function factsOf({ biller = '', period = '', profile = '', name, tolerance, currency, pasted }: Said): Omit<BillTask, 'path'> {
  const known = billProfile(profile);
  return {
    ...{ biller, period, currency: currency ?? 'CNY', tolerance: Number(tolerance ?? 0) },
    fileName: name ?? 'bill.csv',
    profile: pasted === '1' ? { ...known, encoding: 'utf-8' } : known,
  };
}

/** Still unread: what is too large by its own word is refused before any of it is. */
function bodyOf({ headers, body }: FastifyRequest): Readable {
  if (Number(headers['content-length'] ?? 0) > MAX_BILL_BYTES) throw new BillTooLarge(MAX_BILL_BYTES, 'bytes');
  const isReadable = body !== null && typeof body === 'object' && Symbol.asyncIterator in body;
  if (!isReadable) throw new BadInput('file', 'The body of the request is the bill.', 'content-type application/octet-stream');
  return body as Readable;
}
