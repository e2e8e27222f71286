import { Entity, PrimaryColumn } from 'typeorm';
import { IntColumn } from '../database/columns.js';

/**
 * Order lines that were delivered and cases that were applied for at a selling unit on a day of UTC (days since 1970). Kept in the
 * transaction of the order or the case: a return rate never scans either.
 */
@Entity('return_day')
export class ReturnDay {
  @PrimaryColumn({ type: 'varchar', length: 26 }) nodeId: string;
  @PrimaryColumn({ type: 'integer' }) day: number;
  @IntColumn() delivered: number;
  @IntColumn() applied: number;
}
