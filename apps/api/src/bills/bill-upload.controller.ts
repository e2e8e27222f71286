import { Controller, Inject, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { authorizeBill } from './bill-access.js';
import { BillImport, type BillTask } from './bill-import.service.js';
import { profileFor } from './bill-profiles.js';
import { billSize, bodyOf, inTemporaryFile } from './temporary-file.js';

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
    const file = { body: bodyOf(request, billSize), name: facts.fileName, limit: billSize };
    return inTemporaryFile(file, async (path) => {
      const { bill } = await this.imports.run(actor, { ...facts, path });
      return { id: bill.id, lineCount: bill.lineCount, refusedCount: bill.refusedCount };
    });
  }
}

function factsOf({ biller = '', period = '', profile = '', name, tolerance, currency, pasted }: Said): Omit<BillTask, 'path'> {
  return {
    ...{ biller, period, currency: currency ?? 'CNY', tolerance: Number(tolerance ?? 0) },
    fileName: name ?? 'bill.csv',
    profile: profileFor('bill', profile, pasted === '1'),
  };
}
