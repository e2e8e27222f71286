/** The one clock: every instant in the product comes from here, so that trials and tests can set it. UTC epoch milliseconds. */
export class Clock {
  private shift: number;

  /** @param startAt where the clock starts; it runs on from there. Null: the machine's time. */
  constructor(startAt: number | null = null) {
    this.shift = startAt === null ? 0 : startAt - Date.now();
  }

  now(): number {
    return Date.now() + this.shift;
  }

  /** For trials and tests: the clock jumps to this instant and runs on from it. */
  set(instant: number): void {
    this.shift = instant - Date.now();
  }
}
