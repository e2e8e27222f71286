import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { fileLanguage } from '../auth/file-language.js';
import { Requires } from '../auth/permission.js';
import { BadInput } from '../common/errors.js';
import { readFormat, sendTable } from '../common/table-file.js';
import { costDimensions, type CostDimension } from './cost-enums.js';
import { CostExportService } from './cost-export.service.js';
import { readCostQuery } from './cost-query.js';
import { checkDimensions, isDimension } from './cost-report.service.js';

/** Files of the money part; the same rules of access as the report. */
@Controller('exports')
export class CostExportController {
  constructor(@Inject(CostExportService) private readonly exports: CostExportService) {}

  @Requires('money.export')
  @Get('costs.:format')
  async costs(
    @CurrentStaff() actor: StaffActor,
    @Param('format') format: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = readFormat(format);
    const { filter, by, lang } = readCostQuery(new URL(request.url, 'http://localhost').searchParams);
    const dimensions = checkDimensions(readDimensions(by));
    await sendTable(reply, 'costs', asked, await this.exports.table(actor, filter, dimensions, fileLanguage(lang, actor)));
  }
}

function readDimensions(words: readonly string[]): CostDimension[] {
  const wrong = words.find((word) => !isDimension(word));
  if (wrong !== undefined) throw new BadInput('by', `A report does not group by "${wrong}".`, costDimensions);
  return words.filter(isDimension);
}
