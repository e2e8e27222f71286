import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { useMay } from '../../providers/session';
import { ScopedLink } from '../../shared/scope';
import type { AuditEvent } from './documents';
import { recordName, recordPage, type RecordPage } from './record';

/** A link where the viewer may open the page, else its words. */
export function PageLink({ path, needs, children }: RecordPage & { readonly children: ReactNode }) {
  const may = useMay();
  return may(needs) ? <ScopedLink to={path}>{children}</ScopedLink> : children;
}

/** The changed record by type and name. */
export function RecordLink({ event }: { event: AuditEvent }) {
  const t = useTranslate();
  const page = recordPage(event);
  const type = t(`audit.subject.${event.subjectType}`, { _: event.subjectType });
  const name = recordName(event);
  const label = name === '' ? type : t('audit.record', { type, name });
  return page ? <PageLink {...page}>{label}</PageLink> : label;
}
