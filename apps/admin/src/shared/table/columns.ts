import type { ReactNode } from 'react';

/** Where a column goes on a phone's card: its title, beside the title, a labelled line (the default), or nowhere. */
export type CardPlace = 'title' | 'aside' | 'line' | 'none';

export interface Column<Row> {
  readonly key: string;
  /** Head, with the unit where there is one: 成本（元） / Cost (¥). */
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right, so that their digits stand in columns. */
  readonly align?: 'right';
  /** At least this wide; the table scrolls sideways before a name breaks into bits. */
  readonly width?: number;
  readonly card?: CardPlace;
  /** Holds what can be done with the row: stays in sight at the end while the rest scrolls. */
  readonly actions?: true;
  /** Given where the list can be sorted by this column. */
  readonly sort?: string;
}

export interface Sorting {
  /** The `sort` of the column in force. */
  readonly by: string;
  readonly descending: boolean;
  readonly onSort: (by: string) => void;
}

export interface Selection {
  readonly keys: ReadonlySet<string>;
  /** With the keys of the list: from the one toggled before up to this one (Shift and click). */
  readonly onToggle: (key: string, through?: readonly string[]) => void;
  /** Selects the rows shown, or none. */
  readonly onToggleShown: (keys: readonly string[]) => void;
}
