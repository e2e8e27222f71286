/** One item of a checklist, as it was found. */
export interface InspectedItem {
  readonly item: string;
  readonly passed: boolean;
  readonly note: string | null;
}

export interface InspectionRefusal {
  readonly code: 'INSPECTION_ITEM_UNKNOWN' | 'INSPECTION_INCOMPLETE';
  readonly items: readonly string[];
}

/**
 * A9: goods are inspected against the checklist that the buyer was sent, no other, each item once and none left out.
 * @param checklist as sent at approval; null: none was
 */
export function inspectionRefused(
  checklist: readonly string[] | null,
  found: readonly InspectedItem[],
): InspectionRefusal | null {
  const sent = checklist ?? [];
  const items = found.map(({ item }) => item);
  const unknown = items.filter((item, index) => !sent.includes(item) || items.indexOf(item) < index);
  if (unknown.length > 0) return { code: 'INSPECTION_ITEM_UNKNOWN', items: unknown };
  const missing = sent.filter((item) => !items.includes(item));
  return missing.length > 0 ? { code: 'INSPECTION_INCOMPLETE', items: missing } : null;
}
