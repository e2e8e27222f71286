import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { ancestorIndexes, bigint } from './table.js';

const TABLE = 'after_sales_case';
const BATCH = 5_000;
const rank = bigint('amount_rank', { default: '0' });
const ranked = ancestorIndexes('ix_case_money', 'state', rank.name, 'id');
const unranked = ancestorIndexes('ix_case_amount', 'state', 'amount_at_risk', 'id');

/** A17: the queue by money at risk, quality first among equal amounts, as one whole number that an index serves. */
export class AmountRank1795389000000 implements MigrationInterface {
  name = 'AmountRank1795389000000';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn(TABLE, rank.name))) await runner.addColumn(TABLE, new TableColumn(rank));
    await fill(runner);
    await replaceIndexes(runner, unranked, ranked);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceIndexes(runner, ranked, unranked);
    await runner.dropColumn(TABLE, rank.name);
  }
}

/** In stretches of ids, so that no statement holds a large table. */
async function fill(runner: QueryRunner): Promise<void> {
  for (let after = ''; ;) {
    const ids = (await runner.query(`SELECT id FROM ${TABLE} WHERE id > ? ORDER BY id LIMIT ${String(BATCH)}`, [after])) as {
      id: string;
    }[];
    const last = ids.at(-1)?.id;
    if (last === undefined) return;
    await runner.query(
      `UPDATE ${TABLE} SET amount_rank = amount_at_risk * 2 + CASE WHEN reason_class = 'quality' THEN 1 ELSE 0 END
       WHERE id > ? AND id <= ?`,
      [after, last],
    );
    after = last;
  }
}

type Indexes = ReturnType<typeof ancestorIndexes>;

async function replaceIndexes(runner: QueryRunner, old: Indexes, next: Indexes): Promise<void> {
  const there = new Set((await runner.getTable(TABLE))?.indices.map(({ name }) => name));
  for (const index of next) if (!there.has(index.name)) await runner.createIndex(TABLE, new TableIndex(index));
  for (const { name } of old) if (name !== undefined && there.has(name)) await runner.dropIndex(TABLE, name);
}
