import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import type { Language } from '../auth/views.js';
import { BOM, csvLine, textCell } from '../common/csv.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import type { AuditEvent } from './audit-event.entity.js';
import type { AuditFilter } from './audit-event.view.js';
import { AuditListService } from './audit-list.service.js';

const heads: Readonly<Record<Language, readonly string[]>> = {
  zh: ['时间（UTC）', '编号', '身份', '人员', '人员编号', '操作', '对象类型', '对象编号', '组织编号', '组织', '内容'],
  en: ['Time (UTC)', 'Id', 'Kind', 'Who', 'Person id', 'Action', 'Record type', 'Record id', 'Unit code', 'Unit', 'Data'],
};

function cellsOf(event: AuditEvent, snapshot: TreeSnapshot): string[] {
  const node = snapshot.node(event.nodeId ?? '');
  return [
    ...[new Date(event.at).toISOString(), event.id, event.actorKind, event.actorName, event.actorId ?? ''],
    ...[event.action, event.subjectType, event.subjectId, node?.code ?? '', node?.name ?? ''],
    event.data === null ? '' : JSON.stringify(event.data),
  ];
}

/** X2: the log as CSV, event by event; what is refused is so before the first. */
@Injectable()
export class AuditExportService {
  constructor(@Inject(AuditListService) private readonly events: AuditListService) {}

  async *lines(actor: StaffActor, filter: AuditFilter, language: Language): AsyncGenerator<string> {
    const events = this.events.all(actor, filter);
    yield BOM + csvLine(heads[language].map(textCell));
    for await (const event of events) yield csvLine(cellsOf(event, actor.snapshot).map(textCell));
  }
}
