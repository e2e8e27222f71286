/** Rows whose key an earlier one has already. */
export const repeatedBy = <Row>(table: readonly Row[], keyOf: (row: Row) => string): number[] =>
  table.flatMap((each, row) => (table.findIndex((other) => keyOf(other) === keyOf(each)) < row ? [row] : []));
