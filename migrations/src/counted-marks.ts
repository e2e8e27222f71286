import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const before = ['state', 'queue_rank', 'id'];
const after = [...before, 'reminded_kind', 'payout_failed'];

/** A17: the queue's index says of each case what its views count by. Each change can be made again. */
export class CountedMarks1795725600000 implements MigrationInterface {
  name = 'CountedMarks1795725600000';

  async up(runner: QueryRunner): Promise<void> {
    await reindex(runner, after);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reindex(runner, before);
  }
}

async function reindex(runner: QueryRunner, columns: readonly string[]): Promise<void> {
  const known = new Map((await runner.getTable('after_sales_case'))?.indices.map((index) => [index.name, index]));
  for (let level = 0; level < 9; level += 1) {
    const name = `ix_case_due_a${String(level)}`;
    const old = known.get(name);
    if (old?.columnNames.length === columns.length + 1) continue;
    if (old) await runner.dropIndex('after_sales_case', old);
    await runner.createIndex('after_sales_case', new TableIndex({ name, columnNames: [`a${String(level)}`, ...columns] }));
  }
}
