import { useMemo } from 'react';
import { isDay, useCalendar } from '../../shared/format';
import { useScope } from '../../shared/scope';
import { useUrlFilters } from '../../shared/url';
import { isAction } from './actions';
import type { AuditFilter } from './documents';

export const subjectParam = ({ subjectType, subjectId }: { subjectType: string; subjectId: string }): string =>
  `${subjectType}:${subjectId}`;

function subjectOf(param: string): AuditFilter['subject'] {
  const [type = '', id = ''] = param.split(':');
  return type === '' || id === '' ? null : { type, id };
}

/** What the log is narrowed by, kept in the address; both days are included. */
export function useAuditFilters() {
  const { nodeId, isHome } = useScope();
  const calendar = useCalendar();
  const filters = useUrlFilters('action', 'actor', 'subject', 'from', 'to');
  const { action, actor, subject, from, to } = filters.values;
  const filter = useMemo(
    (): AuditFilter => ({
      within: isHome ? null : nodeId,
      action: isAction(action) ? action : null,
      actorId: actor === '' ? null : actor,
      subject: subjectOf(subject),
      from: isDay(from) ? calendar.startOfDay(from) : null,
      to: isDay(to) ? calendar.endOfDay(to) : null,
    }),
    [isHome, nodeId, action, actor, subject, from, to, calendar],
  );
  return { ...filters, filter };
}

export type AuditFilters = ReturnType<typeof useAuditFilters>;
