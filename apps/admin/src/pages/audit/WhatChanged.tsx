import { useTranslate } from 'ra-core';
import { Facts } from '../../shared/page';
import { Changes } from './Changes';
import { DataValue } from './DataValue';
import type { AuditEvent } from './documents';
import { changesIn, dataOf } from './eventData';

/** Ids that the record's link says already, and what has a part of its own. */
const saidElsewhere: readonly string[] = ['id', 'policyId', 'changes', 'replaces'];

/** What an event says beyond who, what and where. */
export function WhatChanged({ event }: { event: AuditEvent }) {
  const t = useTranslate();
  const data = dataOf(event);
  const changes = changesIn(data);
  const rows = Object.entries(data)
    .filter(([name, value]) => value !== null && !saidElsewhere.includes(name))
    .map(([name, value]) => [t(`audit.data.${name}`, { _: name }), <DataValue key={name} name={name} value={value} />] as const);
  return (
    <>
      {rows.length > 0 && (
        <>
          <h3>{t('audit.changed')}</h3>
          <Facts rows={rows} />
        </>
      )}
      {changes.length > 0 && (
        <>
          <h3>{t('audit.data.changes')}</h3>
          <Changes changes={changes} />
        </>
      )}
    </>
  );
}
