import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProblemView } from './views.js';

/** A move, before it is made. */
export interface IntendedMove {
  readonly id: string;
  readonly parentId: string;
}

/** What a later feature has to say against a move that the organization allows. */
export interface MoveCheck {
  /** Within the move's transaction, which has its epoch. Throws a coded refusal. */
  refuse(tx: EntityManager, move: IntendedMove, now: number): Promise<void>;
  foresee(move: IntendedMove): Promise<ProblemView[]>;
}

/** Later features put their checks here: the organization knows none of them. */
@Injectable()
export class MoveChecks {
  private readonly checks: MoveCheck[] = [];

  add(check: MoveCheck): void {
    this.checks.push(check);
  }

  async refuse(tx: EntityManager, move: IntendedMove, now: number): Promise<void> {
    for (const check of this.checks) await check.refuse(tx, move, now);
  }

  async foresee(move: IntendedMove): Promise<ProblemView[]> {
    return (await Promise.all(this.checks.map((check) => check.foresee(move)))).flat();
  }
}
