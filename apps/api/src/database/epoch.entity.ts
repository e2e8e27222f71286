import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, IntColumn } from './columns.js';

/** One row: the last epoch taken. Updating it first makes epoch order commit order. */
@Entity('epoch')
export class EpochCounter {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @IntColumn() value: number;
}

/** When each epoch was committed. */
@Entity('epoch_log')
@Index('ix_epoch_log_at', ['at', 'epoch'])
export class EpochLog {
  @PrimaryColumn({ type: 'integer' }) epoch: number;
  @InstantColumn() at: number;
}
