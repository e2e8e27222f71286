interface Entry<T> {
  readonly at: number;
  /** Breaks ties, so that the same things happen in the same order. */
  readonly place: number;
  readonly what: T;
}

/** What is to happen, the earliest first: a heap. */
export class Agenda<T> {
  private readonly heap: Entry<T>[] = [];
  private places = 0;

  add(at: number, what: T): void {
    this.heap.push({ at, place: this.places, what });
    this.places += 1;
    this.rise(this.heap.length - 1);
  }

  /** The next thing that happens by `until`, UTC epoch ms; null: none does. */
  take(until: number): { at: number; what: T } | null {
    const [first] = this.heap;
    if (!first || first.at > until) return null;
    const last = this.heap.pop();
    if (last && this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.heap[a], this.heap[b]];
    if (!one || !other) return one !== undefined;
    return one.at < other.at || (one.at === other.at && one.place < other.place);
  }

  private swap(a: number, b: number): void {
    const [one, other] = [this.heap[a], this.heap[b]];
    if (one && other) [this.heap[a], this.heap[b]] = [other, one];
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(from: number): void {
    for (let at = from; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const first = this.isBefore(right, left) ? right : left;
      if (!this.isBefore(first, at)) return;
      this.swap(at, first);
      at = first;
    }
  }
}
