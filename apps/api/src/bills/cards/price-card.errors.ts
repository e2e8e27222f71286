import { DomainError } from '../../common/errors.js';
import type { Problem } from '../../imports/problems.js';

/** A carrier has one card from a day on. */
export class PriceCardKnown extends DomainError {
  constructor(cardId: string) {
    super('PRICE_CARD_KNOWN', 'This carrier has a price card from this day on; remove that one first.', {
      field: 'validFrom',
      details: { cardId },
    });
  }
}

const TOLD = 50;

/** With a line missing a parcel would be held against another price: all of a card goes in, or nothing. */
export class PriceCardLines extends DomainError {
  constructor(readonly problems: readonly Problem[]) {
    const lines = problems
      .slice(0, TOLD)
      .map(({ line, column, value, code, allowed }) => ({ line, cell: column, value: value.slice(0, 200), code, allowed }));
    super('PRICE_CARD_LINES', 'Some lines of the price card are not right; nothing went in.', {
      field: 'file',
      details: { count: problems.length, lines },
    });
  }
}

/** In bytes, or in lines. */
export class PriceCardTooLarge extends DomainError {
  constructor(max: number, what: 'bytes' | 'lines') {
    super('PRICE_CARD_TOO_LARGE', `A price card has at most ${String(max)} ${what}.`, {
      field: 'file',
      details: { [what]: max },
    });
  }
}
