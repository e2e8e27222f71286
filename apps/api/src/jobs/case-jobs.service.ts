import { Inject, Injectable } from '@nestjs/common';
import { nodeId, type NodeId } from '@headwater/org-tree';
import { In } from 'typeorm';
import { bulkAction } from '../after-sales/bulk/bulk-verbs.js';
import { BulkTooLarge } from '../after-sales/bulk/bulk.errors.js';
import { MAX_ROWS } from '../after-sales/bulk/bulk.service.js';
import type { Seen } from '../after-sales/case-writes.service.js';
import { AfterSalesCase } from '../after-sales/case.entity.js';
import type { StaffActor } from '../auth/actor.js';
import { may, targetOf } from '../auth/authorize.js';
import { BadInput, NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import { JobService } from './job.service.js';
import type { CaseJobInput, JobView } from './job.types.js';

/** A17: one step on so many cases that nobody waits for them. */
@Injectable()
export class CaseJobs {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(JobService) private readonly jobs: JobService,
  ) {}

  /** @throws NotFound, BadInput, BulkTooLarge */
  start(actor: StaffActor, { verb, rows: seen, text, key }: CaseJobInput): Promise<JobView> {
    return this.jobs.begin(actor, key, async () => {
      bulkAction(verb, text ?? '');
      const rows = await this.rowsOf(actor, seen);
      const nodeId = lowestCommon(actor, new Set(rows.map((row) => row.nodeId)));
      return { what: { action: 'cases', nodeId, reason: null, until: null, detail: { verb, text: text ?? '' } }, rows };
    });
  }

  /** In the order given, each once. */
  private async rowsOf(actor: StaffActor, seen: readonly Seen[]) {
    if (seen.length === 0) throw new BadInput('rows', 'No case is named.', { min: 1, max: MAX_ROWS });
    if (seen.length > MAX_ROWS) throw new BulkTooLarge('rows', MAX_ROWS);
    const versions = new Map(seen.map(({ id, version }) => [id, version]));
    const found = await this.database.read.findBy(AfterSalesCase, { id: In([...versions.keys()]) });
    const byId = new Map(found.filter((row) => may(actor, 'case.read', targetOf('case', row))).map((row) => [row.id, row]));
    return [...versions].map(([id, version]) => {
      const row = byId.get(id);
      if (!row) throw new NotFound('case', id);
      return { nodeId: row.nodeId, caseId: id, caseVersion: version };
    });
  }
}

/** The lowest unit that holds all of these. */
function lowestCommon({ snapshot: { tree } }: StaffActor, ids: ReadonlySet<string>): NodeId {
  const [first = [], ...others] = [...ids].map((id) => tree.pathOf(nodeId(id)));
  const common = first.filter((id, depth) => others.every((path) => path[depth] === id));
  const lowest = common.at(-1);
  if (lowest === undefined) throw new Error('these units belong to no chain');
  return lowest;
}
