import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { systemActor } from '../../auth/actor.js';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { Database, updateVersioned } from '../../database/database.js';
import { nextEpoch } from '../../database/epoch.js';
import { insertNodes } from '../../org/insert-nodes.js';
import { OrgNode, OrgParent } from '../../tree/org-node.entity.js';
import { TreeService } from '../../tree/tree.service.js';
import { brokenRecord, cellsOf, openCsv } from '../csv/open-csv.js';
import type { ImportReport } from '../csv/report.js';
import { columnsUsed } from '../mapping/columns.js';
import type { Profile, UnitMapping } from '../mapping/profile.js';
import { RowReader } from '../mapping/row-reader.js';
import { type Progress, silent } from '../progress.js';
import { loadKnownUnits } from './known-units.js';
import { readUnitLine, type UnitDraft, type UnitLine } from './unit-draft.js';
import { type PlanRules, type UnitChange, type UnitPlan, UnitPlanner } from './unit-plan.js';

export interface UnitImport {
  readonly profile: Profile;
  readonly mapping: UnitMapping;
  readonly file: string;
  /** UTC epoch ms from which the units exist; null: as the file says, else as the units above them. */
  readonly since: number | null;
  readonly report: ImportReport;
  readonly progress?: Progress;
}

/** Counts of lines (`read`, `stores`, `refused`) and of units, those above the stores included. */
export interface UnitSummary {
  read: number;
  stores: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

const BATCH = 2_000;

/** O3: brings a chain's own list of units in, line by line, each batch in one transaction; what is there already is compared, not written. */
@Injectable()
export class UnitImportService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws FileInvalid, NoOrganization */
  async run(task: UnitImport): Promise<UnitSummary> {
    const summary: UnitSummary = { read: 0, stores: 0, created: 0, changed: 0, unchanged: 0, refused: 0 };
    const already = task.report.refused;
    const rootId = (await this.tree.current()).root.id;
    // The units above the stores come again in every batch; each counts once.
    const [created, changed, same] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const isTold = (id: string) => [created, changed, same].some((units) => units.has(id));
    for await (const lines of batches(this.lines(task, summary))) {
      const plan = await this.write({ ...task, rootId, isTold }, lines);
      task.report.addEach(plan.problems);
      summary.stores += plan.accepted;
      for (const { id } of plan.created) created.add(id);
      for (const { node } of plan.changed) changed.add(node.id);
      for (const id of plan.unchanged) same.add(id);
    }
    summary.created = created.size;
    summary.changed = [...changed].filter((id) => !created.has(id)).length;
    summary.unchanged = [...same].filter((id) => !created.has(id) && !changed.has(id)).length;
    summary.refused = task.report.refused - already;
    await this.record(task, rootId, summary);
    return summary;
  }

  private async *lines(
    { profile, mapping, file, report, progress = silent }: UnitImport,
    summary: UnitSummary,
  ): AsyncGenerator<UnitLine> {
    const csv = await openCsv(file, profile, columnsUsed(mapping), (bytes) => progress.advance(bytes));
    progress.start(csv.name, csv.bytes);
    const seen = new Map<string, number>();
    for await (const record of csv.records) {
      summary.read += 1;
      const place = { file: csv.name, line: record.line };
      const broken = brokenRecord(csv, record);
      const reader = new RowReader(place, cellsOf(csv, record.cells), profile);
      const line = broken ? null : readUnitLine(reader, profile, mapping, place);
      if (line) noteRepeated(reader, mapping, line, seen);
      report.add(broken ? [broken] : reader.problems);
      if (line && reader.usable) yield line;
    }
    progress.done();
  }

  /** Looks first without a lock: a list that says nothing new takes no epoch and writes no row. */
  private async write(
    { profile, mapping, since, rootId, isTold }: UnitImport & { rootId: string; isTold: PlanRules['isTold'] },
    lines: readonly UnitLine[],
  ): Promise<UnitPlan> {
    const now = this.clock.now();
    const rules = { source: profile.profile, fields: comparedFields(mapping), since, now, isTold };
    const idle = await planOf(this.database.read, rootId, lines, rules);
    if (idle.created.length === 0 && idle.changed.length === 0) return idle;
    return this.database.inTransaction(async (tx) => {
      const epoch = await nextEpoch(tx, now);
      const plan = await planOf(tx, rootId, lines, rules);
      await insertNodes(tx, plan.created, epoch);
      for (const change of plan.changed) await applyChange(tx, change, epoch);
      return plan;
    });
  }

  private async record({ profile, file }: UnitImport, rootId: string, summary: UnitSummary): Promise<void> {
    if (summary.created === 0 && summary.changed === 0) return;
    const snapshot = await this.tree.current();
    const subject = { type: 'import', id: profile.profile };
    const data = { file: file.split(/[/\\]/).at(-1), ...summary };
    await this.database.inTransaction((tx) =>
      this.audit.record(tx, { actor: systemActor('import'), action: 'import.orgUnits', subject, nodeId: rootId, data, snapshot }),
    );
  }
}

async function planOf(manager: EntityManager, rootId: string, lines: readonly UnitLine[], rules: PlanRules): Promise<UnitPlan> {
  return new UnitPlanner(await loadKnownUnits(manager, rules.source, rootId, lines), rules).plan(lines);
}

async function applyChange(tx: EntityManager, { node, patch }: UnitChange, epoch: number): Promise<void> {
  await updateVersioned(tx, OrgNode, node, { ...patch, epoch }, 'unit');
  if (patch.since !== undefined) await tx.update(OrgParent, { nodeId: node.id, from: node.since }, { from: patch.since });
}

function noteRepeated(reader: RowReader, mapping: UnitMapping, line: UnitLine, seen: Map<string, number>): void {
  const key = line.unit.externalId;
  const first = seen.get(key);
  if (first === undefined) seen.set(key, line.place.line);
  else reader.note(mapping.key, { code: 'DUPLICATE_KEY', allowed: `each unit once; it is in line ${String(first)} already` });
}

const details = [
  'ownership',
  'province',
  'provinceCode',
  'city',
  'address',
  'postcode',
  'phone',
  'longitude',
  'latitude',
  'timeZone',
] as const satisfies readonly (keyof UnitDraft)[];

const comparedFields = (mapping: UnitMapping): PlanRules['fields'] => [
  'name',
  'code',
  ...details.filter((field) => mapping[field] !== undefined),
];

async function* batches(lines: AsyncIterable<UnitLine>): AsyncGenerator<UnitLine[]> {
  let batch: UnitLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
