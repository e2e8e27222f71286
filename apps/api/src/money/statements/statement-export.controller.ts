import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { fileLanguage } from '../../auth/file-language.js';
import { Requires } from '../../auth/permission.js';
import { readFormat, sendTable } from '../../common/table-file.js';
import { StatementService } from './statement.service.js';

/** A store's statement as a file. */
@Controller('exports')
export class StatementExportController {
  constructor(@Inject(StatementService) private readonly statements: StatementService) {}

  @Requires('money.export')
  @Get('statement.:format')
  async statement(
    @CurrentStaff() actor: StaffActor,
    @Param('format') word: string,
    @Query() { node = '', period = '', lang }: Record<string, string | undefined>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const format = readFormat(word);
    const table = await this.statements.table(actor, { nodeId: node, period }, fileLanguage(lang ?? null, actor));
    await sendTable(reply, `statement-${period}`, format, table);
  }
}
