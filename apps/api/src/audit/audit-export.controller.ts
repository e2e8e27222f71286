import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { fileLanguage } from '../auth/file-language.js';
import { Requires } from '../auth/permission.js';
import { sendCsv } from '../common/send-csv.js';
import { AuditExportService } from './audit-export.service.js';
import { readAuditQuery } from './audit-query.js';

/** The log as a file; the same filter and the same rules of access as the list. */
@Controller('exports')
export class AuditExportController {
  constructor(@Inject(AuditExportService) private readonly exports: AuditExportService) {}

  @Requires('audit.export')
  @Get('audit.csv')
  async events(@CurrentStaff() actor: StaffActor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new URL(request.url, 'http://localhost').searchParams;
    const language = fileLanguage(query.get('lang'), actor);
    await sendCsv(reply, 'audit.csv', this.exports.lines(actor, readAuditQuery(query), language));
  }
}
