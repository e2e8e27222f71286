import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState, type ReactNode } from 'react';
import { useFormat } from '../format';
import { ZoneOf } from '../node';
import { useRuleText } from '../rules';
import { AcceptDialog } from './AcceptDialog';
import { Changes } from './Changes';
import type { ToAcknowledge } from './documents';

interface Parts {
  readonly text: ReactNode;
  readonly action: ReactNode;
}

function InBranchZone({ item, children }: { item: ToAcknowledge; children: (parts: Parts) => ReactNode }) {
  const t = useTranslate();
  const format = useFormat();
  const texts = useRuleText();
  const [open, setOpen] = useState(false);
  const rule = t('acknowledge.rule', { policy: item.policyName, number: item.versionNumber });
  const when = texts.say('acknowledge.when', {
    ...{ from: format.textTime(item.from), due: format.textTime(item.dueAt) },
    ...{ inForce: item.inForce ? 'yes' : 'none', overdue: item.overdue ? 'yes' : 'none' },
  });
  const text = (
    <>
      <div>
        <strong>{rule}</strong> · {item.node.name}
      </div>
      <div>{when}</div>
      <Changes changes={item.changes} />
    </>
  );
  const action = (
    <Button variant="outlined" size="small" aria-label={`${t('acknowledge.verb')} · ${rule}`} onClick={() => setOpen(true)}>
      {t('acknowledge.verb')}
    </Button>
  );
  return (
    <>
      {children({ text, action })}
      {open && <AcceptDialog item={item} onClose={() => setOpen(false)} />}
    </>
  );
}

/** One rule to be read, with its times in the branch's zone: what it changes there, and the button that opens it. */
export const ToRead = ({ item, children }: { item: ToAcknowledge; children: (parts: Parts) => ReactNode }) => (
  <ZoneOf nodeId={item.node.id}>
    <InBranchZone item={item}>{children}</InBranchZone>
  </ZoneOf>
);
