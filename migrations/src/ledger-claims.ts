import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ancestorIndexes, ancestors, bigint, createTable, integer, nullable, primary, ref, unique, varchar } from './table.js';

const levels = Array.from({ length: 9 }, (_, level) => `a${String(level)}`);

/** M1: what is claimed of insurers, carriers and suppliers, and what became of it. It can be made again. */
export class LedgerClaims1795726800000 implements MigrationInterface {
  name = 'LedgerClaims1795726800000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ledger_claim',
      [
        ref('id', primary),
        varchar('party', 16),
        ref('case_id'),
        ref('order_id', nullable),
        ref('shipment_id', nullable),
        ref('node_id'),
        varchar('currency', 3),
        bigint('amount'),
        bigint('recovered'),
        bigint('written_off'),
        varchar('status', 16),
        bigint('opened_at'),
        bigint('settled_at', nullable),
        varchar('entry_key', 190),
        integer('version', { default: 1 }),
        ...ancestors(),
      ],
      [
        unique('ux_ledger_claim_case', 'case_id', 'shipment_id', 'party'),
        ...ancestorIndexes('ix_ledger_claim', 'status', 'opened_at', 'id'),
      ],
    );
    await countIn(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('ledger_claim', true);
  }
}

const claimed = ['amount', 'recovered', 'written_off'] as const;

/** Which of them an entry's lines add to: an entry that takes another back, that one's. */
const added = `CASE WHEN COALESCE(head.reverses, head.idempotency_key) LIKE '%claimRecovered:%' THEN 'recovered'
  WHEN COALESCE(head.reverses, head.idempotency_key) LIKE '%claimRefused:%' THEN 'written_off' ELSE 'amount' END`;

const sums = claimed.map(
  (column) => `SUM(CASE WHEN ${added} = '${column}' THEN ${column === 'amount' ? '' : '-'}line.amount ELSE 0 END) AS ${column}`,
);

const status = `CASE WHEN c.amount <= 0 THEN 'withdrawn' WHEN c.amount > c.recovered + c.written_off THEN 'open'
  WHEN c.written_off > 0 THEN 'refused' ELSE 'recovered' END`;

/** A claim is what the books hold of it: it takes the id, the unit and the ancestors of the last line that opened it. */
async function countIn(runner: QueryRunner): Promise<void> {
  await runner.query('DELETE FROM ledger_claim');
  await runner.query(`INSERT INTO ledger_claim (id, party, case_id, order_id, shipment_id, node_id, currency, ${claimed.join(', ')},
      status, opened_at, settled_at, entry_key, version, ${levels.join(', ')})
    SELECT l.id, 'insurer', l.case_id, e.order_id, e.shipment_id, l.origin_node_id, l.currency, ${claimed.map((column) => `c.${column}`).join(', ')},
      ${status}, c.opened_at, CASE WHEN ${status} = 'open' THEN NULL ELSE c.moved_at END, e.idempotency_key, 1,
      ${levels.map((level) => `l.${level}`).join(', ')}
    FROM (
      SELECT line.case_id, head.shipment_id, ${sums.join(', ')}, MIN(line.posted_at) AS opened_at, MAX(line.posted_at) AS moved_at,
        MAX(CASE WHEN head.cause = 'claimOpened' THEN line.id END) AS opening
      FROM ledger_line line JOIN ledger_entry head ON head.id = line.entry_id
      WHERE line.account = 'insurerReceivable' AND line.case_id IS NOT NULL GROUP BY line.case_id, head.shipment_id
    ) c JOIN ledger_line l ON l.id = c.opening JOIN ledger_entry e ON e.id = l.entry_id`);
}
