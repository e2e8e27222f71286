import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index, unique, varchar } from './table.js';

const kind = varchar('kind', 16, { default: "'carrier'" });

/** What bills of carriers had named their own way: table, old name, new name. */
const renamed = [
  ['bill', 'carrier', 'biller'],
  ['bill_line', 'carrier', 'biller'],
  ['bill_line', 'tracking', 'number'],
  ['bill_line', 'shipment_id', 'subject_id'],
] as const;

const dropped = [
  ['bill', 'ux_bill_file'],
  ['bill_line', 'ix_bill_line_tracking'],
  ['bill_line', 'ix_bill_line_shipment'],
] as const;

const added = [
  ['bill', unique('ux_bill_file', 'kind', 'biller', 'period', 'digest')],
  ['bill_line', index('ix_bill_line_number', 'kind', 'number', 'biller')],
  ['bill_line', index('ix_bill_line_subject', 'subject_id')],
  ['ledger_entry', index('ix_ledger_entry_order', 'order_id')],
] as const;

/** M4: insurers bill premiums by order as carriers bill freight by parcel; the bills there are are carriers'. Each step can be made again. */
export class InsurerBills1795740000000 implements MigrationInterface {
  name = 'InsurerBills1795740000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name] of dropped) await withoutIndex(runner, table, name);
    for (const [table, from, to] of renamed) await rename(runner, table, from, to);
    for (const table of ['bill', 'bill_line'])
      if (!(await runner.hasColumn(table, kind.name))) await runner.addColumn(table, new TableColumn(kind));
    await runner.query("UPDATE bill_line SET outcome = 'unknown' WHERE outcome = 'unknownParcel'");
    for (const [table, wanted] of added)
      if (!(await hasIndex(runner, table, wanted.name))) await runner.createIndex(table, new TableIndex(wanted));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, { name }] of added) await withoutIndex(runner, table, name);
    await runner.query("UPDATE bill_line SET outcome = 'unknownParcel' WHERE outcome = 'unknown'");
    for (const table of ['bill', 'bill_line'])
      if (await runner.hasColumn(table, kind.name)) await runner.dropColumn(table, kind.name);
    for (const [table, from, to] of renamed) await rename(runner, table, to, from);
    await runner.createIndex('bill', new TableIndex(unique('ux_bill_file', 'carrier', 'period', 'digest')));
    await runner.createIndex('bill_line', new TableIndex(index('ix_bill_line_tracking', 'carrier', 'tracking')));
    await runner.createIndex('bill_line', new TableIndex(index('ix_bill_line_shipment', 'shipment_id')));
  }
}

const indexOf = async (runner: QueryRunner, table: string, name: string | undefined) =>
  (await runner.getTable(table))?.indices.find((each) => each.name === name);

const hasIndex = async (runner: QueryRunner, table: string, name: string | undefined): Promise<boolean> =>
  (await indexOf(runner, table, name)) !== undefined;

async function withoutIndex(runner: QueryRunner, table: string, name: string | undefined): Promise<void> {
  const found = await indexOf(runner, table, name);
  if (found) await runner.dropIndex(table, found);
}

/** Both engines' own words keep the table, its rows and its other indexes as they are; the runner is told to look at it anew. */
async function rename(runner: QueryRunner, table: string, from: string, to: string): Promise<void> {
  if (!(await runner.hasColumn(table, from))) return;
  await runner.query(`ALTER TABLE ${table} RENAME COLUMN ${from} TO ${to}`);
  await runner.getTables([table]);
}
