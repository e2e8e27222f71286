/** Amounts in the hundredth of the currency, added up under keys of several words. */
export class Sums {
  private readonly amounts = new Map<string, { readonly keys: readonly string[]; readonly amount: number }>();

  add(keys: readonly string[], amount: number): void {
    const name = keys.join(' | ');
    this.amounts.set(name, { keys, amount: (this.amounts.get(name)?.amount ?? 0) + amount });
  }

  /** All of another under longer keys. */
  addUnder(keys: readonly string[], other: Sums, sign: 1 | -1 = 1): void {
    for (const each of other.amounts.values()) this.add([...keys, ...each.keys], sign * each.amount);
  }

  /** Added up further, under what `choose` makes of the keys. */
  by(choose: (keys: readonly string[]) => readonly string[]): Sums {
    const sums = new Sums();
    for (const { keys, amount } of this.amounts.values()) sums.add(choose(keys), amount);
    return sums;
  }

  get keys(): (readonly string[])[] {
    return [...this.amounts.values()].map(({ keys }) => keys);
  }

  get total(): number {
    return [...this.amounts.values()].reduce((sum, { amount }) => sum + amount, 0);
  }

  /** To be compared: what adds up to nothing is left out. */
  get rows(): Record<string, number> {
    return Object.fromEntries(
      [...this.amounts].filter(([, { amount }]) => amount !== 0).map(([name, { amount }]) => [name, amount]),
    );
  }
}
