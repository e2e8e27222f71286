const BITS = 9;
const PAGE = 1 << BITS;
const MASK = PAGE - 1;

/**
 * A list of fixed size whose copies share what neither has written since: a copy costs a reference for each page of 512, and a write a
 * page at most. One unit's rules among 100,000 thus change without copying those of the others.
 */
export class Paged<T> {
  private constructor(
    private readonly pages: T[][],
    /** Pages that no other list holds. */
    private readonly own: Uint8Array,
    readonly size: number,
  ) {}

  static filled<T>(size: number, value: T): Paged<T> {
    const count = Math.ceil(size / PAGE);
    const page = new Array<T>(PAGE).fill(value);
    return new Paged(new Array<T[]>(count).fill(page), new Uint8Array(count), size);
  }

  /** The same list, written apart from now on. */
  fork(): Paged<T> {
    this.own.fill(0);
    return new Paged(this.pages.slice(), new Uint8Array(this.pages.length), this.size);
  }

  at(index: number): T | undefined {
    return this.pages[index >> BITS]?.[index & MASK];
  }

  put(index: number, value: T): void {
    const place = index >> BITS;
    const page = this.pages[place];
    if (page === undefined || page[index & MASK] === value) return;
    const written = this.own[place] ? page : page.slice();
    written[index & MASK] = value;
    this.pages[place] = written;
    this.own[place] = 1;
  }
}
