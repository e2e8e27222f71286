import { Entity, PrimaryColumn } from 'typeorm';
import { JsonColumn } from './columns.js';

/** What the installation remembers about itself: signing secret, seed and first day of the demo chain, demo accounts. */
@Entity('setting')
export class Setting {
  @PrimaryColumn({ type: 'varchar', length: 64 }) key: string;
  @JsonColumn() value: unknown;
}
