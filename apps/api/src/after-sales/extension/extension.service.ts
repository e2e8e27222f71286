import { MAX_EXTENSION_DAYS } from '@headwater/after-sales';
import { columnAt } from '@headwater/access';
import { nodeId as idOf } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../../auth/actor.js';
import { authorize, targetAt } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { BadInput, NotFound } from '../../common/errors.js';
import { Database } from '../../database/database.js';
import { isOfCalendar } from './calendar-run.js';
import { CaseExtension } from './case-extension.entity.js';
import { casesOf, DAY, latest, openStates, type Reach } from './extension-scope.js';
import type { ExtensionPreviewView } from './extension.view.js';
import { begunBy, newRun } from './new-run.js';

/** As many cases of a state are looked at for a preview. */
const LOOKED_AT = 20_000;

export interface ExtensionInputs extends Reach {
  readonly reason: string;
  readonly key: string;
}

/** A13: mass extension by region and reason: what it would do, and its start. The worker does the rest. */
@Injectable()
export class Extensions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The dry run: how many deadlines would move, and which cases are left out and why. @throws NotFound, Forbidden, BadInput */
  async preview(actor: StaffActor, reach: Reach): Promise<ExtensionPreviewView> {
    check(actor, reach);
    const counted = await Promise.all(openStates.map((state) => this.count(actor, reach, state)));
    const sum = (key: keyof Counted) => counted.reduce((all, each) => all + each[key], 0);
    const leftOut = (['legalCeiling', 'deadlinePassed', 'tooLate'] as const)
      .map((why) => ({ why, cases: sum(why) }))
      .filter(({ cases }) => cases > 0);
    const extendable = sum('looked') - leftOut.reduce((all, { cases }) => all + cases, 0);
    return { extendable, leftOut, hasMore: counted.some(({ looked }) => looked === LOOKED_AT) };
  }

  /** Begins one; the same key begins the same one. @throws NotFound, Forbidden, BadInput */
  async start(actor: StaffActor, { key, ...what }: ExtensionInputs): Promise<CaseExtension> {
    check(actor, what);
    return this.database.inTransaction(async (tx) => {
      const isSame = (run: CaseExtension) => !isOfCalendar(run) && same(run, what);
      const begun = await begunBy(tx, actor, key, isSame);
      if (begun) return begun;
      const row = newRun(actor, { ...what, idempotencyKey: key }, this.clock.now());
      await tx.insert(CaseExtension, row);
      return row;
    });
  }

  /** @throws NotFound for one of a unit where the viewer may extend nothing */
  async get(actor: StaffActor, id: string): Promise<CaseExtension> {
    const row = await this.database.read.findOneBy(CaseExtension, { id });
    if (!row) throw new NotFound('extension', id);
    authorize(actor, 'case.extend', targetAt(actor.snapshot, row.nodeId, 'extension', id));
    return row;
  }

  private async count({ snapshot }: StaffActor, reach: Reach, state: (typeof openStates)[number]): Promise<Counted> {
    const now = this.clock.now();
    const { sql, params } = casesOf(columnAt(snapshot.tree.depthOf(idOf(reach.nodeId))), reach, state);
    const columns = 'c.deadline_at AS at, c.deadline_outcome AS outcome';
    const [row] = await this.database.read.query<Record<string, number | string | null>[]>(
      `SELECT COUNT(*) AS looked, SUM(CASE WHEN outcome IN ('receive', 'alert') THEN 1 ELSE 0 END) AS legalCeiling,
        SUM(CASE WHEN outcome NOT IN ('receive', 'alert') AND at <= ? THEN 1 ELSE 0 END) AS deadlinePassed,
        SUM(CASE WHEN outcome NOT IN ('receive', 'alert') AND at > ? THEN 1 ELSE 0 END) AS tooLate
       FROM (SELECT ${columns} FROM after_sales_case c WHERE ${sql} LIMIT ${String(LOOKED_AT)}) d`,
      [now, latest(now) - reach.days * DAY, ...params],
    );
    const figure = (key: string) => Number(row?.[key] ?? 0);
    const { legalCeiling, deadlinePassed } = { legalCeiling: figure('legalCeiling'), deadlinePassed: figure('deadlinePassed') };
    return { looked: figure('looked'), legalCeiling, deadlinePassed, tooLate: figure('tooLate') };
  }
}

interface Counted {
  readonly looked: number;
  readonly legalCeiling: number;
  readonly deadlinePassed: number;
  readonly tooLate: number;
}

const same = (run: Reach, { nodeId, reasonClass, days }: Reach): boolean =>
  run.nodeId === nodeId && run.reasonClass === reasonClass && run.days === days;

function check(actor: StaffActor, { nodeId, days }: Reach): void {
  if (!actor.snapshot.has(nodeId)) throw new NotFound('unit', nodeId);
  authorize(actor, 'case.extend', targetAt(actor.snapshot, nodeId));
  if (days < 1 || days > MAX_EXTENSION_DAYS) {
    throw new BadInput('days', 'A whole number of days.', { min: 1, max: MAX_EXTENSION_DAYS });
  }
}
