import type { Locale } from '../../i18n/messages';
import type { AuditFilter } from './documents';

/** Where the same list is as a file. */
export function exportPath({ subject, ...filter }: AuditFilter, locale: Locale): string {
  const given = { ...filter, subjectType: subject?.type, subjectId: subject?.id, lang: locale };
  const pairs = Object.entries(given).flatMap(([name, value]) => (value == null ? [] : [[name, value]]));
  return `/exports/audit.csv?${new URLSearchParams(pairs).toString()}`;
}
