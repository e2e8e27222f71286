import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, integer, primary, ref } from './table.js';

/** Days of UTC since 1970, whatever the engine makes of a division. */
const dayOf = (column: string): string => `(${column} - ${column} % 86400000) / 86400000`;

/** P5: lines delivered and cases applied, per unit and day, so that a return rate is read and not counted. */
export class ReturnDays1795347200000 implements MigrationInterface {
  name = 'ReturnDays1795347200000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'return_day', [
      ref('node_id', primary),
      integer('day', primary),
      integer('delivered'),
      integer('applied'),
    ]);
    await runner.query('DELETE FROM return_day');
    await runner.query(`INSERT INTO return_day (node_id, day, delivered, applied)
      SELECT node_id, day, SUM(delivered), SUM(applied) FROM (
        SELECT o.node_id AS node_id, ${dayOf('o.delivered_at')} AS day, 1 AS delivered, 0 AS applied
          FROM sales_order o JOIN order_line l ON l.order_id = o.id WHERE o.delivered_at IS NOT NULL
        UNION ALL SELECT c.node_id AS node_id, ${dayOf('c.applied_at')} AS day, 0 AS delivered, 1 AS applied FROM after_sales_case c
      ) AS facts GROUP BY node_id, day`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('return_day', true);
  }
}
