import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { localDay } from '../../common/local-day.js';
import { Database } from '../../database/database.js';
import { TreeService } from '../../tree/tree.service.js';
import { Bill, type BillLine } from '../bill.entity.js';
import type { BillByCardView } from '../bill.view.js';
import { CardBook, type Priced } from './card-book.js';
import { PriceCard, PriceRow } from './price-card.entity.js';

type Billed = Pick<Bill, 'id' | 'kind' | 'biller' | 'period' | 'currency'>;

/** Lines of a bill that are alike in all that a card looks at. */
interface Alike {
  readonly zone: string | null;
  readonly grams: number | null;
  readonly billedOn: number | string | null;
  readonly billed: number | string;
  readonly n: number | string;
}

const distinct = (dated: readonly { readonly day: string }[]): string[] => [...new Set(dated.map(({ day }) => day))];

/** I5: lines of carriers' bills held against the price card of their day. It is told, and nothing is posted by it. */
@Injectable()
export class CardPrices {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** By the ids of carriers' lines; those that are not on their bill are left out. */
  async ofLines(lines: readonly BillLine[]): Promise<Map<string, Priced>> {
    const priced = new Map<string, Priced>();
    const ids = [...new Set(lines.map(({ billId }) => billId))];
    const bills = ids.length === 0 ? [] : await this.database.read.findBy(Bill, { id: In(ids) });
    for (const bill of bills) {
      const dayOf = this.days(bill);
      const own = lines.filter(({ billId, billed }) => billId === bill.id && billed !== null);
      const dated = own.map((line) => ({ line, day: dayOf(line.billedOn) }));
      const book = await this.book(bill, distinct(dated));
      for (const { line, day } of dated) priced.set(line.id, book.priceOn(day, line));
    }
    return priced;
  }

  /** A whole bill; null: an insurer's. */
  async ofBill(bill: Billed): Promise<BillByCardView | null> {
    if (bill.kind !== 'carrier') return null;
    const alike = await this.database.read.query<Alike[]>(
      `SELECT zone, grams, billed_on AS billedOn, billed, COUNT(*) AS n FROM bill_line
       WHERE bill_id = ? AND billed IS NOT NULL GROUP BY zone, grams, billed_on, billed`,
      [bill.id],
    );
    const dayOf = this.days(bill);
    const dated = alike.map((lines) => ({ ...lines, day: dayOf(lines.billedOn === null ? null : Number(lines.billedOn)) }));
    const book = await this.book(bill, distinct(dated));
    const sum = { compared: 0, notCompared: 0, aboveLines: 0, above: 0 };
    for (const { day, billed, n, ...weighed } of dated) {
      const { price } = book.priceOn(day, weighed);
      const [lines, beyond] = [Number(n), Number(billed) - (price ?? 0)];
      sum[price === null ? 'notCompared' : 'compared'] += lines;
      if (price === null || beyond <= 0) continue;
      sum.aboveLines += lines;
      sum.above += beyond * lines;
    }
    return sum;
  }

  /** Where HQ is; of a line without a day the first of the bill's month. */
  private days({ period }: Billed): (billedOn: number | null) => string {
    const { timeZone } = this.tree.snapshot.root;
    const known = new Map<number | null, string>([[null, `${period}-01`]]);
    return (billedOn) => {
      const day = known.get(billedOn) ?? localDay(Number(billedOn), timeZone);
      known.set(billedOn, day);
      return day;
    };
  }

  /** With the rows of those cards that hold on one of the days. */
  private async book({ biller, currency }: Billed, days: readonly string[]): Promise<CardBook> {
    const manager = this.database.read;
    const cards = await manager.find(PriceCard, { where: { carrier: biller, currency }, order: { validFrom: 'DESC' } });
    const held = new Set(days.flatMap((day) => cards.find(({ validFrom }) => validFrom <= day)?.id ?? []));
    const rows = held.size === 0 ? [] : await manager.findBy(PriceRow, { cardId: In([...held]) });
    const rowsOf = (id: string) => rows.filter(({ cardId }) => cardId === id);
    return new CardBook(cards.map(({ id, validFrom }) => ({ validFrom, rows: rowsOf(id) })));
  }
}
