import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { ChangeDialog, type Change, type Changes } from '../../shared/changeSet';
import { ImpactPanel, type Impact } from '../../shared/impact';
import { Loaded } from '../../shared/states';

interface InheritFrameProps {
  readonly title: string;
  readonly effect: ReactNode;
  readonly change: Change | Changes;
  readonly preview: UseQueryResult;
  /** What the preview found. */
  readonly impact: Impact | undefined;
  readonly ready: boolean;
  /** Null where no draft is offered. */
  readonly keep?: null;
  readonly onConfirm: (reason: string | null) => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Own values taken away, one or several: back to the stream, with the impact before. */
export function InheritFrame({ preview, impact, onConfirm, children, ...dialog }: InheritFrameProps) {
  const t = useTranslate();
  return (
    <ChangeDialog
      {...dialog}
      impact={impact}
      confirm={impact ? t('drift.inherit.confirm', { n: impact.changed }) : t('drift.inherit.verb')}
      reason={{ label: t('drift.inherit.reason') }}
      onConfirm={(reason) => onConfirm(reason === '' ? null : reason)}
    >
      <Loaded query={preview} failed={t('drift.inherit.failed')}>
        {() => impact && <ImpactPanel impact={impact} />}
      </Loaded>
      {children}
    </ChangeDialog>
  );
}
