const HOUR = 3_600_000;

/** Letters of a ULID. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** FNV-1a, its bits stirred: names that differ in a digit must not draw alike. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * Chance that comes out the same for the same seed. Each thing of the demo chain draws from a stream of its own (`of`), so that adding
 * one thing does not change what the others get.
 */
export class Random {
  private state: number;

  private constructor(private readonly seed: string) {
    this.state = hash(seed);
  }

  static seeded(seed: number): Random {
    return new Random(`headwater:${String(seed)}`);
  }

  /** The stream of one thing. */
  of(...names: readonly (string | number)[]): Random {
    return new Random([this.seed, ...names].join('/'));
  }

  /** `[0, 1)`. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number in `[from, to]`. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.int(0, choices.length - 1)] ?? choices[0];
  }

  /** One of the choices, as often as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    const last = choices.at(-1);
    if (last === undefined) throw new RangeError('nothing to choose from');
    return last[0];
  }

  /** Milliseconds between two numbers of hours; the middle is likelier than the ends. */
  hours(from: number, to: number): number {
    const middling = (this.next() + this.next()) / 2;
    return Math.round((from + middling * (to - from)) * HOUR);
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => String(this.int(0, 9))).join('');
  }

  /** An id that sorts by the time given (UTC epoch ms), like those the product makes. */
  ulid(at: number): string {
    const time = Array.from({ length: 10 }, (_, place) => alphabet[Math.floor(at / 32 ** (9 - place)) % 32] ?? '0');
    const rest = Array.from({ length: 16 }, () => alphabet[this.int(0, 31)] ?? '0');
    return [...time, ...rest].join('');
  }
}
