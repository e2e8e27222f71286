import { labelRefused, type LabelRefusal } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../../auth/actor.js';
import { Clock } from '../../common/clock.js';
import { BadInput } from '../../common/errors.js';
import { Database } from '../../database/database.js';
import { factsOf } from '../case-facts.js';
import type { Ground } from '../case-rules.service.js';
import type { Seen } from '../case-writes.service.js';
import type { AfterSalesCase, ReturnLabel } from '../case.entity.js';
import { BesideState } from './beside-state.service.js';
import { LabelRefused } from './remedy.errors.js';

/** A8: prepaid labels of returns whose freight is ours. What it costs is posted once the goods go out by it. */
@Injectable()
export class ReturnLabels {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(BesideState) private readonly beside: BesideState,
  ) {}

  /** Another one takes the place of the one before. @throws NotFound, Forbidden, StaleVersion, LabelRefused, BadInput */
  issue(actor: StaffActor, seen: Seen, label: Omit<ReturnLabel, 'issuedAt'>): Promise<AfterSalesCase> {
    check(label);
    return this.database.inTransaction(async (tx) => {
      const it = await this.beside.begin(tx, actor, 'case.issueLabel', seen, this.clock.now());
      const refused = this.refusal(it.row, it.ground);
      if (refused !== null) throw new LabelRefused(refused);
      const returnLabel = { ...label, issuedAt: it.now };
      const said = { verb: 'issueLabel', reason: `${label.carrier} ${label.tracking}`, data: { label: returnLabel } };
      return this.beside.record(tx, it, { ...said, columns: { returnLabel } });
    });
  }

  /** Why none may be issued for the case now, or null. */
  refusal(row: AfterSalesCase, { context }: Ground): LabelRefusal | null {
    return labelRefused(factsOf(row), row.freightPayer, context);
  }
}

/** @throws BadInput */
function check({ carrier, tracking, freight }: Omit<ReturnLabel, 'issuedAt'>): void {
  for (const [field, value] of Object.entries({ carrier, tracking }))
    if (value === '') throw new BadInput(field, 'What the label says.', { min: 1, max: 64 });
  if (!Number.isSafeInteger(freight) || freight < 0)
    throw new BadInput('freightPaid', 'What the branch pays the carrier, in fen.', { min: 0 });
}
