import type { Order } from './documents';

export const types = ['RR', 'RO', 'EX', 'RS', 'RP'] as const;

/** An application as it is being written; pieces by line. */
export interface Request {
  readonly type: (typeof types)[number];
  readonly reason: string;
  /** To the question of the reason (A5); decides nothing. */
  readonly followUpAnswer: string;
  readonly quantities: Readonly<Record<string, number>>;
}

export const openLines = (order: Order) => order.lines.filter((line) => line.available > 0);

/** All that is left of an order. */
export const wholeOrder = (order: Order): Request => ({
  type: 'RR',
  reason: '',
  followUpAnswer: '',
  quantities: Object.fromEntries(openLines(order).map(({ id, available }) => [id, available])),
});

export function inputOf(order: Order, { type, reason, quantities }: Request) {
  const lines = openLines(order).flatMap(({ id }) => {
    const quantity = quantities[id] ?? 0;
    return quantity > 0 ? [{ orderLineId: id, quantity }] : [];
  });
  return { orderId: order.id, type, reason, lines };
}

export const isComplete = ({ reason, quantities }: Request): boolean =>
  reason !== '' && Object.values(quantities).some((quantity) => quantity > 0);
