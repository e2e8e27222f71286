import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index } from './table.js';

const ofBuyer = { ...index('ix_shipment_buyer', 'buyer_ref', 'shipped_at'), name: 'ix_shipment_buyer' };

/** S1: the parcels of a buyer within a window of days. */
export class BuyerParcels1795458800000 implements MigrationInterface {
  name = 'BuyerParcels1795458800000';

  async up(runner: QueryRunner): Promise<void> {
    const table = await runner.getTable('shipment');
    if (!table?.indices.some(({ name }) => name === ofBuyer.name)) await runner.createIndex('shipment', new TableIndex(ofBuyer));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('shipment', ofBuyer.name);
  }
}
