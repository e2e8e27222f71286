import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, createTable, index, integer, nullable, primary, ref, unique, varchar } from './table.js';

/** By which a carrier bills a parcel, where its file says so. */
const added = [integer('grams', nullable), varchar('zone', 64, nullable)];

/** I5: carriers' price cards, and what lines of their bills say of weight and zone. Each step can be made again. */
export class PriceCards1795770000000 implements MigrationInterface {
  name = 'PriceCards1795770000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'price_card',
      [
        ref('id', primary),
        varchar('carrier', 64),
        varchar('valid_from', 10),
        varchar('currency', 3),
        varchar('file_name', 200),
        integer('row_count'),
        bigint('imported_at'),
        varchar('imported_by_name', 100, nullable),
      ],
      [unique('ux_price_card', 'carrier', 'currency', 'valid_from'), index('ix_price_card_valid', 'valid_from', 'id')],
    );
    await createTable(
      runner,
      'price_card_row',
      [
        ref('id', primary),
        ref('card_id'),
        varchar('zone', 64),
        integer('first_grams'),
        bigint('first_price'),
        integer('step_grams'),
        bigint('step_price'),
      ],
      [index('ix_price_card_row', 'card_id', 'id')],
    );
    for (const column of added)
      if (!(await runner.hasColumn('bill_line', column.name))) await runner.addColumn('bill_line', new TableColumn(column));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of added) if (await runner.hasColumn('bill_line', name)) await runner.dropColumn('bill_line', name);
    await runner.dropTable('price_card_row', true);
    await runner.dropTable('price_card', true);
  }
}
