import { Entity, Index, PrimaryColumn } from 'typeorm';
import { IntColumn } from '../database/columns.js';

/**
 * Orders that free returns cover at a selling unit, by the day of UTC (days since 1970) on which their windows end, those not delivered
 * yet on `OPEN_DAY`. Kept in the transaction of the order: what is still promised is read and not counted.
 */
@Entity('promised_day')
@Index('ix_promised_day', ['day'])
export class PromisedDay {
  @PrimaryColumn({ type: 'varchar', length: 26 }) nodeId: string;
  @PrimaryColumn({ type: 'integer' }) day: number;
  @IntColumn() orders: number;
}
