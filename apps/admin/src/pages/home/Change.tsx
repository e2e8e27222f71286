import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { plannedPath } from '../../shared/planned';
import { ScopedLink } from '../../shared/scope';
import type { HomeEntry } from './documents';

/** One planned change: when, and a link to where it is read. */
export function Change({ entry }: { entry: HomeEntry }) {
  const t = useTranslate();
  const format = useFormat();
  const { at, fact, event, node, parent, policyName, versionNumber, authorName } = entry;
  const words = { unit: node.name, parent: parent?.name ?? '', policy: policyName ?? 'none', number: versionNumber ?? 0 };
  return (
    <p>
      <span className="hw-meta">{format.textTime(at)}</span>
      <br />
      <ScopedLink to={plannedPath(entry)}>{t(`calendar.did.${fact}.${event}`, words)}</ScopedLink>{' '}
      <span className="hw-meta">{authorName}</span>
    </p>
  );
}
