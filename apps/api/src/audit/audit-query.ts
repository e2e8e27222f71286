import { BadInput } from '../common/errors.js';
import type { AuditFilter } from './audit-event.view.js';

/** @throws BadInput */
function instantOf(query: URLSearchParams, name: 'from' | 'to'): number | null {
  const text = query.get(name);
  if (text === null) return null;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new BadInput(name, 'An instant is written in ISO 8601, such as 2026-03-12T06:05:00Z.');
  return at;
}

/** The filter of a list, from the query string of its file. @throws BadInput */
export function readAuditQuery(query: URLSearchParams): AuditFilter {
  const [type, id] = [query.get('subjectType'), query.get('subjectId')];
  return {
    within: query.get('within'),
    action: query.get('action'),
    actorId: query.get('actorId'),
    subject: type === null || id === null ? null : { type, id },
    from: instantOf(query, 'from'),
    to: instantOf(query, 'to'),
  };
}
