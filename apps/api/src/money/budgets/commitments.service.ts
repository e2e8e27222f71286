import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What open cases may still cost at most: a part of the API that the books know nothing of. */
export interface CommitmentSource {
  /**
   * Fen per selling unit, of the units below one, in one currency; a unit without any is left out.
   * @param column ancestor column of the unit's level, such as `a2`
   */
  committed(manager: EntityManager, within: { column: string; nodeId: string }, currency: string): Promise<Map<string, number>>;
}

/** Those who know of costs to come. */
@Injectable()
export class Commitments implements CommitmentSource {
  private readonly all: CommitmentSource[] = [];

  add(source: CommitmentSource): void {
    this.all.push(source);
  }

  async committed(
    manager: EntityManager,
    within: { column: string; nodeId: string },
    currency: string,
  ): Promise<Map<string, number>> {
    const sums = new Map<string, number>();
    for (const source of this.all) {
      for (const [unit, amount] of await source.committed(manager, within, currency))
        sums.set(unit, (sums.get(unit) ?? 0) + amount);
    }
    return sums;
  }
}
