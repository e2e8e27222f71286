/** A LIKE pattern for "contains", with `!` before what LIKE would read as a wildcard: used with `ESCAPE '!'`, which both engines take alike. */
export const contains = (text: string): string => `%${text.trim().replaceAll(/[!%_]/g, (mark) => `!${mark}`)}%`;
