type Waiting<V> = { resolve: (value: V) => void; reject: (error: unknown) => void };

/**
 * Answers many questions for one row each, asked in one turn of the event loop, by one query: what a page of 25 rows asks of its
 * nested fields. Nothing is remembered.
 */
export class Batch<V> {
  private waiting = new Map<string, Waiting<V>[]>();

  /** @param load the values of the keys it was given; a key it leaves out gets what `absent` says */
  constructor(
    private readonly loadAll: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
    private readonly absent: () => V,
  ) {}

  load(key: string): Promise<V> {
    return new Promise((resolve, reject) => {
      if (this.waiting.size === 0) setImmediate(() => void this.flush());
      this.waiting.set(key, [...(this.waiting.get(key) ?? []), { resolve, reject }]);
    });
  }

  private async flush(): Promise<void> {
    const asked = this.waiting;
    this.waiting = new Map();
    try {
      const values = await this.loadAll([...asked.keys()]);
      for (const [key, all] of asked) for (const { resolve } of all) resolve(values.get(key) ?? this.absent());
    } catch (error) {
      for (const all of asked.values()) for (const { reject } of all) reject(error);
    }
  }
}

/** Lists by the key of their rows, each in the rows' order. */
export function listsBy<T>(rows: Iterable<T>, keyOf: (row: T) => string): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const row of rows) {
    const list = lists.get(keyOf(row));
    if (list) list.push(row);
    else lists.set(keyOf(row), [row]);
  }
  return lists;
}

/** Rows by their id. */
export const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));
