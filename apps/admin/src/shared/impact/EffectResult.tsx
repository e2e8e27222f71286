import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useEffect, useRef } from 'react';
import { v } from '../../theme/vars';
import type { Effect } from './documents';
import { ImpactPanel } from './ImpactPanel';

const Root = styled('section')({
  marginBottom: 16,
  borderRadius: 6,
  border: `1px solid ${v.line}`,
  backgroundColor: v.surface,
  '& > header': {
    display: 'flex',
    alignItems: 'flex-start',
    gap: 8,
    padding: '8px 8px 8px 16px',
    borderRadius: '6px 6px 0 0',
    color: v.tone.good.ink,
    backgroundColor: v.tone.good.ground,
  },
  '& > header > h2': { flex: 1, margin: 0, padding: '4px 0', fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& > header > svg': { width: 20, height: 20, marginTop: 5 },
  '& > div': { padding: 16 },
});

interface EffectResultProps {
  /** What was done, where, for how many: 「已在华东开通：389 家生效，20 家无变化」. */
  readonly title: string;
  readonly effect: Effect;
  readonly onClose: () => void;
}

/** What a change did, and where it had no effect and why; it stays until it is closed. */
export function EffectResult({ title, effect, onClose }: EffectResultProps) {
  const t = useTranslate();
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    // In newer browsers it returns a promise, which is no clean-up.
    root.current?.scrollIntoView({ block: 'nearest' });
  }, [effect]);
  const hasMore = effect.reasons.length + effect.warnings.length + effect.covers.length + effect.clashes.length > 0;
  return (
    <Root role="status" ref={root}>
      <header>
        <CheckCircle aria-hidden />
        <h2>{title}</h2>
        <IconButton aria-label={t('shared.dialog.close')} onClick={onClose}>
          <Close />
        </IconButton>
      </header>
      {hasMore && (
        <div>
          <ImpactPanel impact={{ ...effect, fields: effect.fields.length > 1 ? effect.fields : [] }} sum={null} />
        </div>
      )}
    </Root>
  );
}
