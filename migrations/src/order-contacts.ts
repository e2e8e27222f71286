import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, createTable, index, primary, ref, text, varchar } from './table.js';

/** A3: contacts with the buyer of an order. */
export class OrderContacts1795412000000 implements MigrationInterface {
  name = 'OrderContacts1795412000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'order_contact',
      [
        ref('id', primary),
        ref('order_id'),
        bigint('at'),
        varchar('channel', 16),
        text('note'),
        ref('person_id'),
        varchar('person_name', 100),
      ],
      [index('ix_order_contact_order', 'order_id', 'at', 'id')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('order_contact', true);
  }
}
