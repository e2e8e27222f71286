import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const name = 'ix_epoch_log_at';

/** P9: which epoch an instant belongs to is one look into an index. */
export class EpochTimes1795309200000 implements MigrationInterface {
  name = 'EpochTimes1795309200000';

  async up(runner: QueryRunner): Promise<void> {
    const table = await runner.getTable('epoch_log');
    if (table?.indices.some((index) => index.name === name)) return;
    await runner.createIndex('epoch_log', new TableIndex({ name, columnNames: ['at', 'epoch'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('epoch_log', name);
  }
}
