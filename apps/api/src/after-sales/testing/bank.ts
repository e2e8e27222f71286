import { PayoutPort, type PayoutRequest, type PayoutResult } from '../../money/payout-port.js';

/** Money that left the till, in fen. */
export interface Movement {
  readonly key: string;
  readonly amount: number;
  readonly tenders: PayoutRequest['tenders'];
}

type Answering = (request: PayoutRequest, paid: () => PayoutResult) => PayoutResult | Promise<PayoutResult>;

export const refusal: PayoutResult = { outcome: 'failed', message: 'The account is closed.' };

/** A gateway that keeps its word (one key is one payment, and none after `until`), and whose answers a test delays, loses or invents. */
export class Bank {
  readonly moved: Movement[] = [];
  readonly asked: PayoutRequest[] = [];
  /** How the next answers are; by default it pays. */
  answering: Answering = (_, paid) => paid();
  private readonly pay: PayoutPort['pay'];

  /** Takes the place of a gateway until `leave`. */
  constructor(private readonly port: PayoutPort) {
    this.pay = port.pay.bind(port);
    port.pay = async (request) => {
      this.asked.push(request);
      return this.answering(request, () => this.move(request));
    };
  }

  leave(): void {
    this.port.pay = this.pay;
  }

  private move({ idempotencyKey: key, amount, tenders, now, until }: PayoutRequest): PayoutResult {
    if (!this.moved.some((each) => each.key === key)) {
      if (now > until) return refusal;
      this.moved.push({ key, amount, tenders });
    }
    return { outcome: 'paid', reference: `BANK ${key}` };
  }
}

/** An answer that is held back until somebody tells it. */
export function heldBack(): { readonly told: Promise<void>; readonly tell: () => void } {
  let tell = () => {};
  const told = new Promise<void>((resolve) => (tell = resolve));
  return { told, tell };
}
