import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index } from './table.js';

const ofAct = index('ix_policy_review_act', 'node_id', 'kind', 'at');

/** P10: who looked at a suspension or rollback afterwards is found from what it recorded. */
export class ReviewTrail1795383200000 implements MigrationInterface {
  name = 'ReviewTrail1795383200000';

  async up(runner: QueryRunner): Promise<void> {
    const table = await runner.getTable('policy_review');
    if (!table?.indices.some(({ name }) => name === ofAct.name)) await runner.createIndex('policy_review', new TableIndex(ofAct));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('policy_review', 'ix_policy_review_act');
  }
}
