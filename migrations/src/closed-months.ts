import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn, TableIndex } from 'typeorm';
import { bigint, createTable, index, integer, nullable, primary, ref, text, unique, varchar } from './table.js';

const ofStores = index('ix_ledger_line_origin', 'origin_node_id', 'period', 'id');
const ofUnpaid = index('ix_refund_unpaid', 'paid_at', 'decided_at');

/** M3: months that are closed, entries that say which of them they belong to, and what a store's statement is read by. */
export class ClosedMonths1795455200000 implements MigrationInterface {
  name = 'ClosedMonths1795455200000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'closed_month',
      [
        ref('id', primary),
        varchar('period', 7),
        bigint('closed_at'),
        ref('person_id'),
        varchar('person_name', 100),
        integer('entries'),
        integer('lines_posted'),
        text('debits'),
      ],
      [unique('ux_closed_month', 'period')],
    );
    if (!(await runner.hasColumn('ledger_entry', 'cause_period')))
      await runner.addColumn('ledger_entry', new TableColumn(varchar('cause_period', 7, nullable)));
    for (const [table, made] of [['ledger_line', ofStores] as const, ['refund', ofUnpaid] as const])
      if (!(await hasIndex(runner, table, made.name))) await runner.createIndex(table, new TableIndex(made));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, made] of [['refund', ofUnpaid] as const, ['ledger_line', ofStores] as const])
      if (await hasIndex(runner, table, made.name)) await runner.dropIndex(table, made.name ?? '');
    if (await runner.hasColumn('ledger_entry', 'cause_period')) await runner.dropColumn('ledger_entry', 'cause_period');
    await runner.dropTable('closed_month', true);
  }
}

async function hasIndex(runner: QueryRunner, table: string, name: string | undefined): Promise<boolean> {
  return (await runner.getTable(table))?.indices.some((each) => each.name === name) ?? false;
}
