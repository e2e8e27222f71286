/** A condition with `?` for its values. */
export interface Where {
  readonly sql: string;
  readonly params: readonly unknown[];
}

export const and = (...conditions: readonly (Where | null)[]): Where => {
  const given = conditions.filter((condition) => condition !== null);
  return { sql: given.map(({ sql }) => sql).join(' AND '), params: given.flatMap(({ params }) => params) };
};
