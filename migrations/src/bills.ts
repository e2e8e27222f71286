import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, createTable, index, integer, nullable, primary, ref, unique, varchar } from './table.js';

const ofCarrier = { ...index('ix_shipment_carrier', 'carrier', 'shipped_at'), name: 'ix_shipment_carrier' };

/** M4: bills of carriers, line by line, and the parcels of a carrier's month. */
export class Bills1795635200000 implements MigrationInterface {
  name = 'Bills1795635200000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'bill',
      [
        ref('id', primary),
        varchar('carrier', 64),
        varchar('period', 7),
        varchar('currency', 3),
        varchar('file_name', 200),
        varchar('digest', 64),
        bigint('tolerance'),
        bigint('amount'),
        integer('line_count'),
        integer('refused_count'),
        bigint('imported_at'),
        varchar('imported_by_name', 100, nullable),
      ],
      [unique('ux_bill_file', 'carrier', 'period', 'digest'), index('ix_bill_period', 'period', 'id')],
    );
    await createTable(
      runner,
      'bill_line',
      [
        ref('id', primary),
        ref('bill_id'),
        integer('seq'),
        integer('line', nullable),
        varchar('carrier', 64),
        varchar('tracking', 64),
        bigint('billed_on', nullable),
        varchar('outcome', 16),
        ref('shipment_id', nullable),
        bigint('billed', nullable),
        bigint('expected', nullable),
        bigint('difference'),
        varchar('status', 16),
        varchar('reason', 300, nullable),
        bigint('decided_at', nullable),
        varchar('decided_by_name', 100, nullable),
        integer('version', { default: 1 }),
      ],
      [
        unique('ux_bill_line', 'bill_id', 'seq'),
        index('ix_bill_line_outcome', 'bill_id', 'outcome', 'seq'),
        index('ix_bill_line_status', 'bill_id', 'status', 'outcome', 'seq'),
        index('ix_bill_line_sum', 'bill_id', 'status', 'outcome', 'difference'),
        index('ix_bill_line_tracking', 'carrier', 'tracking'),
        index('ix_bill_line_shipment', 'shipment_id'),
      ],
    );
    await createTable(
      runner,
      'bill_problem',
      [
        ref('id', primary),
        ref('bill_id'),
        integer('line'),
        varchar('cell', 200),
        varchar('value', 200),
        varchar('code', 24),
        varchar('allowed', 300),
      ],
      [index('ix_bill_problem', 'bill_id', 'line', 'id')],
    );
    const parcels = await runner.getTable('shipment');
    if (!parcels?.indices.some(({ name }) => name === ofCarrier.name))
      await runner.createIndex('shipment', new TableIndex(ofCarrier));
  }

  async down(runner: QueryRunner): Promise<void> {
    const parcels = await runner.getTable('shipment');
    if (parcels?.indices.some(({ name }) => name === ofCarrier.name)) await runner.dropIndex('shipment', ofCarrier.name);
    for (const table of ['bill_problem', 'bill_line', 'bill']) await runner.dropTable(table, true);
  }
}
