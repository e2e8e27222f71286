import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, createTable, integer, primary, ref, varchar } from './table.js';

/** The market there has been so far keeps its books in China's time. */
const OFFSET = 8 * 3_600;

const isSqlite = (runner: QueryRunner): boolean => runner.dataSource.options.type === 'better-sqlite3';

/** The day of an instant (epoch ms), `2026-03-09`. */
const dateOf = (column: string, runner: QueryRunner): string =>
  isSqlite(runner)
    ? `strftime('%Y-%m-%d', ${column} / 1000 + ${OFFSET}, 'unixepoch')`
    : `DATE_FORMAT(DATE_ADD('1970-01-01', INTERVAL ${column} DIV 1000 + ${OFFSET} SECOND), '%Y-%m-%d')`;

/** M2: totals by the days of their month, and what was sold and sent back by month. Each change can be made again. */
export class LedgerDays1795722000000 implements MigrationInterface {
  name = 'LedgerDays1795722000000';

  async up(runner: QueryRunner): Promise<void> {
    await addDay(runner);
    await createTable(runner, 'ledger_day', [
      varchar('summary_key', 64, primary),
      integer('day', primary),
      bigint('amount'),
      integer('line_count'),
    ]);
    await createTable(runner, 'sales_month', [
      ref('node_id', primary),
      varchar('period', 7, primary),
      varchar('currency', 3, primary),
      integer('orders'),
      bigint('paid_amount'),
      integer('returns'),
    ]);
    await breakDown(runner);
    await countSales(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sales_month', true);
    await runner.dropTable('ledger_day', true);
    if (await runner.hasColumn('ledger_line', 'day')) await runner.dropColumn('ledger_line', 'day');
  }
}

/** A posting after the end of its month counts to the last day, as dayIn of libs/ledger has it. */
async function addDay(runner: QueryRunner): Promise<void> {
  if (!(await runner.hasColumn('ledger_line', 'day')))
    await runner.addColumn('ledger_line', new TableColumn(integer('day', { default: 31 })));
  const date = dateOf('posted_at', runner);
  const day = isSqlite(runner) ? `CAST(substr(${date}, 9) AS INTEGER)` : `CAST(SUBSTR(${date}, 9) AS SIGNED)`;
  await runner.query(`UPDATE ledger_line SET day =
    CASE WHEN substr(${date}, 1, 7) = period THEN ${day} WHEN substr(${date}, 1, 7) > period THEN 31 ELSE 1 END`);
}

const keys = ['origin_node_id', 'period', 'component', 'reason', 'currency'];
const optional = ['bearer', 'carrier'];
const levels = Array.from({ length: 9 }, (_, level) => `a${String(level)}`);

async function breakDown(runner: QueryRunner): Promise<void> {
  const same = [
    ...keys.map((key) => `s.${key} = l.${key}`),
    ...optional.map((key) => `s.${key} = COALESCE(l.${key}, 'none')`),
    ...levels.map((level) => `COALESCE(s.${level}, '') = COALESCE(l.${level}, '')`),
  ].join(' AND ');
  await runner.query('DELETE FROM ledger_day');
  await runner.query(`INSERT INTO ledger_day (summary_key, day, amount, line_count)
    SELECT s.summary_key, l.day, SUM(l.amount), COUNT(*) FROM ledger_line l JOIN ledger_summary s ON ${same}
    WHERE l.account IN ('expense', 'returnedSales') GROUP BY s.summary_key, l.day`);
}

async function countSales(runner: QueryRunner): Promise<void> {
  const month = `substr(${dateOf('o.paid_at', runner)}, 1, 7)`;
  await runner.query('DELETE FROM sales_month');
  await runner.query(`INSERT INTO sales_month (node_id, period, currency, orders, paid_amount, returns)
    SELECT node_id, period, currency, SUM(orders), SUM(paid_amount), SUM(returns) FROM (
      SELECT o.node_id AS node_id, ${month} AS period, o.currency AS currency, 1 AS orders, o.paid_amount AS paid_amount, 0 AS returns
        FROM sales_order o WHERE o.paid_at IS NOT NULL
      UNION ALL SELECT sent.node_id, sent.period, sent.currency, 0, 0, 1 FROM (
        SELECT DISTINCT e.id, l.origin_node_id AS node_id, e.period AS period, l.currency AS currency
          FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id WHERE e.cause = 'returnShipped'
      ) AS sent
    ) AS facts GROUP BY node_id, period, currency`);
}
