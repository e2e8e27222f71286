import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { TooBusy, WeakPassword } from './auth.errors.js';

/** argon2id at 19 MiB: about 28 ms on libuv's pool, which everything else shares. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const MAX_WAITING = 100;

const PASSWORD_MAX = 200;
const LENGTHS = { min: 10, max: PASSWORD_MAX };

/** @throws WeakPassword */
export function checkPassword(password: string, email: string, field = 'password'): void {
  if (password.length < LENGTHS.min) throw new WeakPassword(field, 'tooShort', LENGTHS);
  if (password.length > LENGTHS.max) throw new WeakPassword(field, 'tooLong', LENGTHS);
  if (password.trim().toLowerCase() === email.toLowerCase()) throw new WeakPassword(field, 'isEmail', LENGTHS);
}

/** Hashes and verifies passwords, a few at a time. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /** Takes as long without a hash as with one, so that time does not tell whether an account exists. */
  async verify(hashed: string | null, password: string): Promise<boolean> {
    const against = hashed ?? (await this.decoyHash());
    if (password.length > PASSWORD_MAX) return false;
    const matches = await this.inTurn(() => verify(against, password));
    return matches && hashed !== null;
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= this.hash('no account has this password');
    return this.decoy;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MAX_WAITING) throw new TooBusy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the one who waited longest, without becoming free in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
