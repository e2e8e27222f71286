import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { bigint, nullable } from './table.js';

/** When a line was last exchanged: quality windows run anew from the receipt of what the buyer got instead. */
export class Replacements1795365200000 implements MigrationInterface {
  name = 'Replacements1795365200000';

  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('order_line', 'replaced_at')) return;
    await runner.addColumn('order_line', new TableColumn(bigint('replaced_at', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('order_line', 'replaced_at')) await runner.dropColumn('order_line', 'replaced_at');
  }
}
