import type { EvidenceTable } from '../values/types.js';
import type { ReasonClass } from '../values/words.js';
import { reasonClasses } from '../values/words.js';

interface Wanted {
  readonly goods: number;
  readonly invoice: number;
}

const none: Wanted = { goods: 0, invoice: 0 };

const wantedFor = (table: EvidenceTable, reasonClass: ReasonClass): Wanted =>
  table.find((row) => row.reasonClass === reasonClass) ?? none;

/** Whether no reason is asked for more photos under `table` than under `other`. */
export const asksNoMorePhotos = (table: EvidenceTable, other: EvidenceTable): boolean =>
  reasonClasses.every((reasonClass) => {
    const [mine, its] = [wantedFor(table, reasonClass), wantedFor(other, reasonClass)];
    return mine.goods <= its.goods && mine.invoice <= its.invoice;
  });
