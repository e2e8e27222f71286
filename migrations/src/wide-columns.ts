import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What outgrows the 64 KB of MySQL's text: operations and outcomes of change sets, steps and cohorts of rollouts. */
const WIDE: readonly (readonly [table: string, column: string])[] = [
  ['change_set', 'operations'],
  ['change_set', 'outcome'],
  ['policy_rollout', 'steps'],
  ['policy_assignment', 'cohort'],
];

/** P10, P11: columns of up to 16 MB. SQLite's text has no bound, so nothing is done there. Each change can be made again. */
export class WideColumns1795376000000 implements MigrationInterface {
  name = 'WideColumns1795376000000';

  async up(runner: QueryRunner): Promise<void> {
    await retype(runner, 'mediumtext');
  }

  async down(runner: QueryRunner): Promise<void> {
    await retype(runner, 'text');
  }
}

async function retype(runner: QueryRunner, type: 'text' | 'mediumtext'): Promise<void> {
  if (runner.dataSource.options.type === 'better-sqlite3') return;
  for (const [name, column] of WIDE) {
    const old = (await runner.getTable(name))?.findColumnByName(column);
    if (!old || old.type === type) continue;
    await runner.query(`ALTER TABLE ${name} MODIFY ${column} ${type} ${old.isNullable ? 'NULL' : 'NOT NULL'}`);
  }
}
