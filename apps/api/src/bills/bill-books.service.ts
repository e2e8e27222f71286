import type { BillKind, BillMatch } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWhere } from '../database/rows.js';
import { BillLine, type Bill } from './bill.entity.js';
import { inChunks, marks, type BooksSide, type Known } from './books-side.js';
import { CarrierBooks } from './carrier-books.service.js';
import { InsurerBooks } from './insurer-books.service.js';
import { sameNumbers, whereSameNumbers, type Biller } from './same-numbers.js';
import { standingOf } from './standing.js';

/** What a bill is held against. */
@Injectable()
export class BillBooks implements BooksSide {
  private readonly sides: Readonly<Record<BillKind, BooksSide>>;

  constructor(@Inject(CarrierBooks) carrier: CarrierBooks, @Inject(InsurerBooks) insurer: InsurerBooks) {
    this.sides = { carrier, insurer };
  }

  known(manager: EntityManager, of: Biller, numbers: readonly string[]): Promise<Known[]> {
    return this.sides[of.kind].known(manager, of, numbers);
  }

  due(manager: EntityManager, of: Biller, period: string): Promise<Known[]> {
    return this.sides[of.kind].due(manager, of, period);
  }

  /** Numbers that are on a bill which nobody disputes. */
  async billedBefore(manager: EntityManager, of: Biller, numbers: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    const same = whereSameNumbers(of);
    for (const some of inChunks(numbers)) {
      const sql = `SELECT DISTINCT number FROM bill_line WHERE ${same.sql} AND number IN (${marks(some)})
        AND outcome <> 'notBilled' AND status <> 'disputed'`;
      const rows = await manager.query<{ number: string }[]>(sql, [...same.params, ...some]);
      for (const { number } of rows) found.add(number);
    }
    return found;
  }

  /** A line held against the books as they are now. @param held so that lines of one number are decided one after the other */
  async standing(manager: EntityManager, bill: Bill, line: BillLine, held: boolean): Promise<BillMatch | null> {
    const { number } = line;
    const same = await rowsWhere(manager, BillLine, { ...sameNumbers(bill), number }, { by: 'id', held });
    const [owed = null] = await this.known(manager, bill, [number]);
    const others = same.filter(({ id }) => id !== line.id);
    return standingOf(line, others, owed, bill.tolerance);
  }
}
