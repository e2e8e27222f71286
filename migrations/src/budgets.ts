import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  ancestorIndexes,
  ancestors,
  bigint,
  boolean,
  createTable,
  index,
  integer,
  nullable,
  primary,
  ref,
  unique,
  varchar,
} from './table.js';

/** What an order says of a budget that withheld its promise, and until when it may be returned for free. */
const orderColumns = [ref('promise_hold', nullable), bigint('covered_until', nullable)];

const tables = ['budget_evaluation', 'budget_day', 'budget_trip', 'budget', 'promised_day'] as const;

/** S5: a budget per unit, kind and month; what used it up; and the orders that may still be returned for free. Each change can be made again. */
export class Budgets1795548800000 implements MigrationInterface {
  name = 'Budgets1795548800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of orderColumns)
      if (!(await runner.hasColumn('sales_order', column.name))) await runner.addColumn('sales_order', new TableColumn(column));
    await createTable(
      runner,
      'promised_day',
      [ref('node_id', primary), integer('day', primary), integer('orders')],
      [index('ix_promised_day', 'day')],
    );
    await createTable(
      runner,
      'budget',
      [
        ref('id', primary),
        ref('node_id'),
        varchar('kind', 32),
        varchar('period', 7),
        varchar('currency', 3),
        bigint('amount'),
        varchar('action', 16),
        varchar('reason', 500),
        ref('person_id'),
        varchar('person_name', 100),
        bigint('set_at'),
        boolean('exact'),
        bigint('spent'),
        bigint('committed'),
        bigint('exposure'),
        bigint('warned_at', nullable),
        ref('trip_id', nullable),
        integer('version', { default: 1 }),
        ...ancestors(),
      ],
      [
        unique('ux_budget', 'node_id', 'kind', 'period'),
        index('ix_budget_period', 'period', 'exact', 'id'),
        ...ancestorIndexes('ix_budget', 'period', 'amount', 'id'),
        ...ancestorIndexes('ix_budget_warned', 'period', 'warned_at', 'id'),
      ],
    );
    await createTable(
      runner,
      'budget_trip',
      [
        ref('id', primary),
        ref('budget_id'),
        ref('node_id'),
        varchar('kind', 32),
        varchar('period', 7),
        varchar('currency', 3),
        bigint('at'),
        varchar('action', 16),
        bigint('amount'),
        bigint('spent'),
        bigint('committed'),
        varchar('reason', 500),
        varchar('person_name', 100),
        bigint('ended_at', nullable),
      ],
      [index('ix_budget_trip', 'node_id', 'period', 'action')],
    );
    await createTable(runner, 'budget_day', [
      ref('budget_id', primary),
      varchar('day', 10, primary),
      bigint('spent'),
      bigint('committed'),
    ]);
    await createTable(runner, 'budget_evaluation', [varchar('id', 26, primary), bigint('at')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.dropTable(table, true);
    for (const { name } of orderColumns)
      if (await runner.hasColumn('sales_order', name)) await runner.dropColumn('sales_order', name);
  }
}
