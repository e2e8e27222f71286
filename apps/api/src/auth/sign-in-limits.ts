import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { isDuplicate } from '../database/retry.js';
import { SignInLocked } from './auth.errors.js';
import { SignInAttempt } from './person.entity.js';
import { hashToken } from './tokens.js';

const WINDOW = 15 * 60_000;

/** A whole office may sit behind one address. */
const LIMITS = { email: 5, address: 100 } as const;

interface Subject {
  readonly key: string;
  readonly limit: number;
}

function subjectsOf(email: string, address: string): Subject[] {
  return [
    { key: `email:${hashToken(email)}`, limit: LIMITS.email },
    { key: `address:${address}`.slice(0, 190), limit: LIMITS.address },
  ];
}

/**
 * Counts sign-ins that did not succeed, per e-mail and per address, in windows of 15 minutes. An attempt is counted before the
 * password is looked at, so that guessing in parallel gains nothing, and taken back when it was right.
 */
@Injectable()
export class SignInLimits {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws SignInLocked when the e-mail or the address has used up its window */
  async count(email: string, address: string): Promise<void> {
    const locked = await this.addAll(subjectsOf(email, address)).catch((error: unknown) => {
      // Two first attempts of one subject met; the row is there now.
      if (isDuplicate(error)) return this.addAll(subjectsOf(email, address));
      throw error;
    });
    if (locked.length > 0) throw new SignInLocked(Math.max(...locked));
  }

  /** The sign-in was right: the account starts anew, the address gets its attempt back. */
  async forgive(tx: EntityManager, email: string, address: string): Promise<void> {
    const [account, place] = subjectsOf(email, address);
    await tx.delete(SignInAttempt, { subject: account?.key ?? '' });
    await tx
      .createQueryBuilder()
      .update(SignInAttempt)
      .set({ failures: () => 'failures - 1' })
      .where('subject = :key AND failures > 0', { key: place?.key ?? '' })
      .execute();
    await tx
      .createQueryBuilder()
      .delete()
      .from(SignInAttempt)
      .where('window_ends_at < :now', { now: this.clock.now() })
      .execute();
  }

  /** Ends of the windows that are used up. */
  private addAll(subjects: readonly Subject[]): Promise<number[]> {
    return this.database.inTransaction(async (tx) => {
      const ends: number[] = [];
      for (const subject of subjects) {
        const { failures, windowEndsAt } = await this.add(tx, subject.key);
        if (failures > subject.limit) ends.push(windowEndsAt);
      }
      return ends;
    });
  }

  private async add(tx: EntityManager, key: string): Promise<SignInAttempt> {
    const now = this.clock.now();
    // Both engines read `window_ends_at` here as it was: it is assigned last.
    const { affected } = await tx
      .createQueryBuilder()
      .update(SignInAttempt)
      .set({
        failures: () => 'CASE WHEN window_ends_at <= :now THEN 1 ELSE failures + 1 END',
        windowEndsAt: () => 'CASE WHEN window_ends_at <= :now THEN :end ELSE window_ends_at END',
      })
      .where('subject = :key')
      .setParameters({ key, now, end: now + WINDOW })
      .execute();
    if (affected === 0) await tx.insert(SignInAttempt, { id: newId(now), subject: key, failures: 1, windowEndsAt: now + WINDOW });
    return tx.findOneByOrFail(SignInAttempt, { subject: key });
  }
}
