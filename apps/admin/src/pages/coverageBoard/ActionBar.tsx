import Close from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMay } from '../../providers/session';
import { ScopedLink } from '../../shared/scope';
import { v } from '../../theme/vars';
import type { CoverageRow } from './documents';

export const verbs = ['turnOn', 'turnOff', 'suspend', 'resume', 'assign'] as const;
export type Verb = (typeof verbs)[number];

const Root = styled('div')({
  position: 'sticky',
  bottom: 0,
  zIndex: 5,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '8px 12px',
  minHeight: 56,
  marginTop: 12,
  padding: '8px 12px',
  border: `1px solid ${v.line}`,
  borderRadius: 6,
  backgroundColor: v.surface,
  '& > [data-part="who"]': { flex: '1 1 240px', minWidth: 0 },
  '& > [data-part="who"] > div:first-of-type': { display: 'flex', alignItems: 'center', gap: 4 },
  '& > [data-part="actions"]': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
  '@media (max-width: 599.95px)': { bottom: 'calc(56px + env(safe-area-inset-bottom))' },
});

interface ActionBarProps {
  readonly row: CoverageRow | null;
  readonly onAct: (verb: Verb) => void;
  readonly onClear: () => void;
}

function Actions({ row, onAct }: { row: CoverageRow; onAct: (verb: Verb) => void }) {
  const t = useTranslate();
  const may = useMay();
  const { name } = row.node;
  const allowed = (verb: Verb) => row.allowedActions.includes(`coverage.${verb}`);
  const mayAssign = may('policy.assign') && row.allowedActions.length > 0;
  return (
    <div data-part="actions">
      <ScopedLink to={`/effective/${row.node.id}?kind=returnShippingSubsidy`}>{t('coverage.chosen.rules')}</ScopedLink>
      {mayAssign && (
        <Button variant="outlined" onClick={() => onAct('assign')}>
          {t('coverage.assign')}
        </Button>
      )}
      {allowed('suspend') && (
        <Button variant="outlined" onClick={() => onAct('suspend')}>
          {t('suspension.suspend')}
        </Button>
      )}
      {allowed('turnOff') && (
        <Button variant="outlined" onClick={() => onAct('turnOff')}>
          {t('coverage.turn.off', { unit: name })}
        </Button>
      )}
      {allowed('resume') && (
        <Button variant={allowed('turnOn') ? 'outlined' : 'contained'} onClick={() => onAct('resume')}>
          {t('suspension.resumeIn', { unit: name })}
        </Button>
      )}
      {allowed('turnOn') && (
        <Button variant="contained" onClick={() => onAct('turnOn')}>
          {t('coverage.turn.on', { unit: name })}
        </Button>
      )}
    </div>
  );
}

/** The chosen unit with what may be done there; "all below, future ones too" is said, for that is what a rule reaches. */
export function ActionBar({ row, onAct, onClear }: ActionBarProps) {
  const t = useTranslate();
  if (!row) {
    return (
      <Root>
        <span className="hw-hint">{t('coverage.chosen.nothing')}</span>
      </Root>
    );
  }
  const { name, type } = row.node;
  return (
    <Root role="region" aria-label={t('coverage.chosen.store', { unit: name })}>
      <div data-part="who">
        <div>
          {type === 'store'
            ? t('coverage.chosen.store', { unit: name })
            : t('coverage.chosen.unit', { unit: name, n: row.branches })}
          <IconButton aria-label={t('coverage.chosen.clear')} title={t('coverage.chosen.clear')} onClick={onClear}>
            <Close />
          </IconButton>
        </div>
        {row.lockedBy && <div className="hw-meta">{t('coverage.chosen.locked', { unit: row.lockedBy.name })}</div>}
      </div>
      <Actions row={row} onAct={onAct} />
    </Root>
  );
}
