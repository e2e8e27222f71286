import { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { BadInput } from '../common/errors.js';
import { costDimensions, type CostDimension } from './cost-enums.js';
import { CostExportService, type Language } from './cost-export.service.js';
import { readCostQuery } from './cost-query.js';
import { checkDimensions, isDimension } from './cost-report.service.js';

/** Files of the money part; the same rules of access as the report. */
@Controller('exports')
export class CostExportController {
  constructor(@Inject(CostExportService) private readonly exports: CostExportService) {}

  @Requires('money.export')
  @Get('costs.csv')
  async costs(@CurrentStaff() actor: StaffActor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { filter, by, lang } = readCostQuery(new URL(request.url, 'http://localhost').searchParams);
    const dimensions = checkDimensions(readDimensions(by));
    const language: Language = lang === 'zh' || lang === 'en' ? lang : (actor.language ?? 'zh');
    const lines = this.exports.lines(actor, filter, dimensions, language);
    const first = await lines.next();
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="costs.csv"')
      .header('cache-control', 'no-store');
    await reply.send(Readable.from(withFirst(first, lines)));
  }
}

function readDimensions(words: readonly string[]): CostDimension[] {
  const wrong = words.find((word) => !isDimension(word));
  if (wrong !== undefined) throw new BadInput('by', `A report does not group by "${wrong}".`, costDimensions);
  return words.filter(isDimension);
}

/** The first line was asked for before the answer began, so that a refusal is still a refusal. */
async function* withFirst(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done !== true) yield first.value;
  yield* rest;
}
