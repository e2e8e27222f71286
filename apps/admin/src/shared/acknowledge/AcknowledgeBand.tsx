import { useTranslate } from 'ra-core';
import { Band } from '../page';
import { ScopedLink } from '../scope';
import { ToRead } from './ToRead';
import { useToAcknowledge } from './useToAcknowledge';

/** Rules that the viewer's branch has not accepted: the first to fall due, and how many more. Nothing for whoever manages none. */
export function AcknowledgeBand({ nodeId }: { nodeId?: string }) {
  const t = useTranslate();
  const list = useToAcknowledge();
  const items = (list?.rows ?? []).filter(({ node }) => nodeId === undefined || node.id === nodeId);
  const [first] = items;
  if (!list || !first) return null;
  const others = (nodeId === undefined ? (list.total ?? items.length) : items.length) - 1;
  return (
    <ToRead item={first}>
      {({ text, action }) => (
        <Band tone={first.overdue ? 'trouble' : 'act'} action={action}>
          <strong>{t('acknowledge.band')}</strong>
          {text}
          {others > 0 && <ScopedLink to="/acknowledgements">{t('acknowledge.others', { n: others })}</ScopedLink>}
        </Band>
      )}
    </ToRead>
  );
}
