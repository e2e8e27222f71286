/**
 * What waits to be told to one listener, who may be slow: never more than `most`. Beyond that all of it gives way to `instead`, which
 * says that too much happened to be told one by one.
 */
export class LiveQueue<T> implements AsyncIterableIterator<T> {
  private waiting: T[] = [];
  private wake: (() => void) | null = null;
  private ended = false;

  constructor(
    private readonly most: number,
    private readonly instead: T,
    private readonly onEnd: () => void,
  ) {}

  push(value: T): void {
    if (this.ended) return;
    this.waiting = this.waiting.length >= this.most ? [this.instead] : [...this.waiting, value];
    this.wake?.();
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    while (!this.ended && this.waiting.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
    const [value, ...rest] = this.waiting;
    this.waiting = rest;
    return this.ended || value === undefined ? { done: true, value: undefined } : { done: false, value };
  }

  return(): Promise<IteratorResult<T, undefined>> {
    if (!this.ended) this.onEnd();
    this.ended = true;
    this.waiting = [];
    this.wake?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
