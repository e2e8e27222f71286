import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { MAX_OPERATIONS, needsApproval } from '../../shared/changeSet';
import { Band } from '../../shared/page';
import { useNotice } from '../../shared/useNotice';
import type { Drift } from './documents';
import { InheritFrame } from './InheritFrame';
import { useInheritMany } from './useInheritMany';

interface InheritManyDialogProps {
  readonly drifts: readonly Drift[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes several own values away at once, with their impact before, or as one change set where somebody else has to approve; what was agreed to is named (P15). */
export function InheritManyDialog({ drifts, onDone, onClose }: InheritManyDialogProps) {
  const t = useTranslate();
  const notice = useNotice();
  const [at, setAt] = useState('');
  const { previews, run, stuck, operations, units, effect } = useInheritMany(drifts);
  const title = t('drift.many.title', { n: drifts.length });
  const isTooMany = needsApproval(effect) && operations.length > MAX_OPERATIONS;
  const agreed = drifts.filter(({ agreedUntil }) => agreedUntil !== null).length;
  const list = (names: readonly string[]) => names.join(t('shared.list'));
  const confirm = async (reason: string | null) => {
    await run(reason, setAt);
    onDone();
    notice.done(t('drift.many.done', { n: drifts.length }));
  };
  return (
    <InheritFrame
      title={title}
      effect={t('drift.many.effect', { n: drifts.length, units })}
      change={{ title, operations }}
      preview={previews}
      impact={previews.data && effect}
      ready={previews.data !== undefined && stuck.length === 0 && !isTooMany}
      keep={null}
      onConfirm={confirm}
      onClose={onClose}
    >
      {at !== '' && (
        <p role="status" className="hw-hint">
          {t('drift.many.at', { unit: at })}
        </p>
      )}
      {isTooMany && <Band tone="trouble">{t('drift.many.tooMany', { limit: MAX_OPERATIONS, n: operations.length })}</Band>}
      {agreed > 0 && <Band tone="act">{t('drift.many.agreed', { n: agreed })}</Band>}
      {stuck.length > 0 && <Band tone="trouble">{t('drift.many.stuck', { units: list(stuck) })}</Band>}
    </InheritFrame>
  );
}
