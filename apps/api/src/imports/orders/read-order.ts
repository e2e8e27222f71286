import { basename } from 'node:path';
import type { Channel } from '@headwater/policy';
import type { OrderStatus } from '../../orders/order.entity.js';
import type { BuyerDraft, OrderInstants } from '../../orders/order-draft.js';
import { defectIn } from '../csv/open-csv.js';
import type { OrderMapping, Profile } from '../mapping/profile.js';
import { type CellOf, RowReader } from '../mapping/row-reader.js';
import { folded } from '../mapping/texts.js';
import { type Place, type Problem, refuses } from '../problems.js';
import { ONLY, splitColumn, type StagedFile } from './source-files.js';
import type { StagedRow, Staging } from './staging.js';

/** One line of a source's order, before it is known which of our units sold it. Amounts in fen. */
export interface SourceLine {
  readonly place: Place;
  readonly store: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string | null;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly unitCost: number | null;
  readonly freight: number;
  readonly noReasonExcluded: boolean;
  /** Code or key of the supplier's unit. */
  readonly supplier: string | null;
  /** Codes; null: in none. */
  readonly campaigns: readonly string[] | null;
}

export interface SourcePayment {
  readonly sequence: number;
  readonly method: string;
  readonly amount: number;
}

/** An order as its source tells it, of one or several sellers. */
export interface SourceOrder {
  readonly place: Place;
  readonly externalNo: string;
  readonly buyer: BuyerDraft;
  readonly channel: Channel;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly instants: OrderInstants;
  readonly lines: readonly SourceLine[];
  /** Null: the source says nothing about payments. */
  readonly payments: readonly SourcePayment[] | null;
}

const channels = ['express', 'sameCity', 'pickup', 'inStore'] as const satisfies readonly Channel[];
const statuses = [
  'paid',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'unavailable',
] as const satisfies readonly OrderStatus[];

const yesOrNo = ['yes', 'no'] as const;

type Rows = ReadonlyMap<string, StagedRow>;

interface ReadPayment extends SourcePayment {
  readonly reader: RowReader;
}

const paid = (payments: readonly ReadPayment[]): SourcePayment[] =>
  payments.map(({ sequence, method, amount }) => ({ sequence, method, amount })).sort((a, b) => a.sequence - b.sequence);

/** Puts the records of one order together, from as many files as the profile names. */
export class OrderAssembler {
  private readonly files: ReadonlyMap<string, StagedFile>;
  private readonly own: string;
  /** Null: lines, or payments, stand beside their order in its own file. */
  private readonly apart: { readonly lines: string | null; readonly payments: string | null };

  constructor(
    private readonly profile: Profile,
    private readonly mapping: OrderMapping,
    files: readonly StagedFile[],
    private readonly staging: Staging,
  ) {
    this.files = new Map(files.map((file) => [file.name, file]));
    this.own = mapping.file ?? ONLY;
    const apart = (file: string | undefined) => (file === undefined || file === this.own ? null : file);
    this.apart = { lines: apart(mapping.lines.file), payments: apart(mapping.payments?.file) };
  }

  /** The order of this key, or what is wrong with it: an order goes in whole or not at all. */
  read(key: string): { order: SourceOrder | null; problems: Problem[] } {
    const rows = this.staging.rows(this.own, key);
    const [first] = rows;
    if (!first) return { order: null, problems: [] };
    if (key === '') return { order: null, problems: rows.map((row) => this.withoutKey(row)) };
    const head: Rows = this.scope(this.own, first, new Map(), this.mapping.lookups);
    const reader = this.readerOf(this.own, first, head);
    this.refuseSecond(reader, rows, key);
    const order = this.readHead(reader, key);
    const lines = this.readLines(key, rows, head);
    const payments = this.readPayments(key, reader);
    if (lines.length === 0) reader.note(null, { code: 'NO_LINES', allowed: 'at least one line', value: key });
    const readers = [reader, ...lines.map((line) => line.reader), ...payments.map((payment) => payment.reader)];
    const problems = [...new Set(readers)].flatMap((it) => it.problems);
    const sold = lines.flatMap(({ line }) => (line === null ? [] : [line]));
    if (order === null || problems.some(refuses)) return { order: null, problems };
    return { order: { ...order, lines: sold, payments: payments.length === 0 ? null : paid(payments) }, problems };
  }

  private readerOf(file: string, row: StagedRow, scope: Rows): RowReader {
    const reader = new RowReader(this.place(file, row), this.cellsIn(scope, file), this.profile);
    const { broken, cells } = row;
    const staged = this.files.get(file);
    if (broken && staged) reader.note(null, defectIn(staged, cells, broken));
    return reader;
  }

  private withoutKey(row: StagedRow): Problem {
    const { key } = this.mapping;
    return { ...this.place(this.own, row), severity: 'refused', column: key, value: '', code: 'REQUIRED', allowed: 'a value' };
  }

  private readLines(key: string, rows: readonly StagedRow[], head: Rows): { reader: RowReader; line: SourceLine | null }[] {
    const { lookups } = this.mapping.lines;
    const file = this.apart.lines ?? this.own;
    const own = this.apart.lines === null ? rows : this.staging.rows(file, key);
    return own.map((row) => {
      const reader = this.readerOf(file, row, this.scope(file, row, head, lookups));
      return { reader, line: this.readLine(reader) };
    });
  }

  private refuseSecond(reader: RowReader, rows: readonly StagedRow[], key: string): void {
    if (this.apart.lines !== null && rows.length > 1)
      reader.note(null, {
        code: 'DUPLICATE_KEY',
        allowed: `each order once; this one is in line ${String(rows[1]?.line ?? 0)} again`,
        value: key,
      });
  }

  private readHead(reader: RowReader, externalNo: string): Omit<SourceOrder, 'lines' | 'payments'> | null {
    const { order } = this.mapping;
    const placedAt = reader.required(order.placedAt, () => reader.instant(order.placedAt));
    const instants = {
      paidAt: reader.instant(order.paidAt),
      shippedAt: reader.instant(order.shippedAt),
      deliveredAt: reader.instant(order.deliveredAt),
      promisedAt: reader.instant(order.promisedAt),
      completedAt: reader.instant(order.completedAt),
    };
    const cancelledAt = reader.instant(order.cancelledAt);
    const status = reader.word(order.status, statuses) ?? statusOf({ ...instants, cancelledAt });
    const ended = status === 'cancelled' || status === 'unavailable';
    const head = {
      externalNo,
      buyer: {
        ref: reader.text(order.buyer, 64) ?? externalNo,
        name: reader.text(order.buyerName, 100) ?? externalNo.slice(0, 100),
        phone: reader.text(order.buyerPhone, 32),
        region: reader.text(order.shipTo, 64),
      },
      channel: reader.word(order.channel, channels) ?? 'express',
      status,
      currency: reader.text(order.currency, 3) ?? 'CNY',
    } as const;
    if (placedAt === null) return null;
    return { ...head, place: reader.at, instants: { ...instants, placedAt, cancelledAt: ended ? cancelledAt : null } };
  }

  private readLine(reader: RowReader): SourceLine | null {
    const { lines } = this.mapping;
    const store = reader.requiredCode(lines.store, 128);
    const sku = reader.requiredText(lines.sku, 64);
    const name = reader.text(lines.name, 200) ?? sku;
    const category = reader.text(lines.category, 64);
    const quantity = lines.quantity ? reader.required(lines.quantity, () => reader.count(lines.quantity)) : 1;
    const unitPrice = reader.required(lines.price, () => reader.fen(lines.price));
    const unitCost = reader.fen(lines.cost);
    const freight = reader.fen(lines.freight) ?? 0;
    const noReasonExcluded = reader.word(lines.noReasonExcluded, yesOrNo) === 'yes';
    const supplier = reader.code(lines.supplier, 128);
    const campaigns = reader.codes(lines.campaigns, 40);
    if (quantity === 0 && lines.quantity) reader.note(lines.quantity, { code: 'NOT_A_NUMBER', allowed: 'a whole number from 1' });
    if (store === null || sku === null || name === null || !quantity || unitPrice === null) return null;
    const said = { noReasonExcluded, supplier, campaigns };
    return { place: reader.at, store, sku, name, category, quantity, unitPrice, unitCost, freight, ...said };
  }

  /** Empty: the source says nothing about payments. */
  private readPayments(key: string, head: RowReader): ReadPayment[] {
    const { payments } = this.mapping;
    if (!payments) return [];
    const file = this.apart.payments;
    const readers =
      file === null ? [head] : this.staging.rows(file, key).map((row) => this.readerOf(file, row, new Map([[file, row]])));
    return readers.map((reader, index) => ({
      reader,
      sequence: reader.count(payments.sequence) ?? index + 1,
      method: reader.text(payments.method, 32) ?? 'unknown',
      amount: reader.required(payments.amount, () => reader.fen(payments.amount)) ?? 0,
    }));
  }

  /** A record with those of other files that it leads to. */
  private scope(file: string, row: StagedRow, outer: Rows, lookups: OrderMapping['lookups']): Rows {
    const scope = new Map(outer).set(file, row);
    const cells = this.cellsIn(scope, file);
    for (const lookup of lookups) {
      const [found] = this.staging.rows(lookup.file, folded(cells(lookup.on)));
      if (found) scope.set(lookup.file, found);
    }
    return scope;
  }

  private cellsIn(scope: Rows, own: string): CellOf {
    return (qualified) => {
      const { file, column } = splitColumn(qualified, this.profile, own);
      const at = this.files.get(file)?.columnAt.get(column);
      return at === undefined ? '' : (scope.get(file)?.cells[at] ?? '');
    };
  }

  private place(file: string, row: StagedRow): Place {
    return { file: basename(this.files.get(file)?.path ?? file), line: row.line };
  }
}

/** Where the source has no word for it, what happened last is what it is. */
function statusOf(instants: Omit<OrderInstants, 'placedAt' | 'promisedAt'>): OrderStatus {
  if (instants.cancelledAt !== null) return 'cancelled';
  if (instants.completedAt !== null) return 'completed';
  if (instants.deliveredAt !== null) return 'delivered';
  return instants.shippedAt === null ? 'paid' : 'shipped';
}
