/** How much history the demo chain has. Tests plant a smaller one. */
export interface DemoSize {
  readonly days: number;
  readonly orders: number;
  readonly cases: number;
}

export const FULL: DemoSize = { days: 90, orders: 20_000, cases: 2_000 };
