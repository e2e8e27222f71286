import type { PriceCardRow } from '@headwater/ledger';
import { Entity, Index } from 'typeorm';
import { FenColumn, Id, InstantColumn, IntColumn, RefColumn, TextColumn } from '../../database/columns.js';

/** I5: what a carrier has agreed to ask for a parcel, from a day on until its next card. */
@Entity('price_card')
@Index('ux_price_card', ['carrier', 'currency', 'validFrom'], { unique: true })
@Index('ix_price_card_valid', ['validFrom', 'id'])
export class PriceCard {
  @Id() id: string;
  /** As parcels name it. */
  @TextColumn(64) carrier: string;
  /** `2026-03-01`, a day where HQ is. */
  @TextColumn(10) validFrom: string;
  @TextColumn(3) currency: string;
  @TextColumn(200) fileName: string;
  @IntColumn() rowCount: number;
  @InstantColumn() importedAt: number;
  @TextColumn(100, { nullable: true }) importedByName: string | null;
}

/** One zone of a card, in the order of the file. */
@Entity('price_card_row')
@Index('ix_price_card_row', ['cardId', 'id'])
export class PriceRow implements PriceCardRow {
  @Id() id: string;
  @RefColumn() cardId: string;
  /** Blank: everywhere that has no row of its own. */
  @TextColumn(64) zone: string;
  @IntColumn() firstGrams: number;
  @FenColumn() firstPrice: number;
  @IntColumn() stepGrams: number;
  @FenColumn() stepPrice: number;
}
