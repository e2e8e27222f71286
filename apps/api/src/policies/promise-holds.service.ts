import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Payment } from './promise.service.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';

/** What withheld the promise of free returns from an order, in the words of who withholds it. */
export interface PromiseHoldTold {
  /** The unit whose promises, and those of all below it, are withheld. */
  readonly nodeId: string;
  readonly reason: string;
  readonly authorName: string;
  /** UTC epoch ms. */
  readonly from: number;
  /** S5: the budget that was used up; the month as `2026-03`, the amount in fen. */
  readonly budget: { readonly month: string; readonly amount: number; readonly currency: string };
}

/** Withholds new promises for a reason that the rules know nothing of: a part of the API that comes after orders. */
export interface PromiseHold {
  /** For each payment the id of what withholds its promise, or null: it is made. */
  on(tx: EntityManager, payments: readonly Payment[], tree: TreeSnapshot): Promise<readonly (string | null)[]>;
  /** Null: this id is none of its own. */
  told(id: string): Promise<PromiseHoldTold | null>;
}

/** Those who are asked before a promise is frozen: the first that withholds it says why. */
@Injectable()
export class PromiseHolds implements PromiseHold {
  private readonly all: PromiseHold[] = [];

  add(hold: PromiseHold): void {
    this.all.push(hold);
  }

  async on(tx: EntityManager, payments: readonly Payment[], tree: TreeSnapshot): Promise<(string | null)[]> {
    let held: (string | null)[] = payments.map(() => null);
    for (const each of this.all) {
      const more = await each.on(tx, payments, tree);
      held = held.map((id, at) => id ?? more[at] ?? null);
    }
    return held;
  }

  async told(id: string): Promise<PromiseHoldTold | null> {
    for (const each of this.all) {
      const told = await each.told(id);
      if (told) return told;
    }
    return null;
  }
}
