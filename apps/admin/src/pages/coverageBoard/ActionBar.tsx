import Close from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMay } from '../../providers/session';
import { ScopedLink } from '../../shared/scope';
import { v } from '../../theme/vars';
import type { CoverageRow } from './documents';
import type { Selection } from './useSelection';

export const verbs = ['turnOn', 'turnOff', 'suspend', 'resume', 'assign', 'exempt'] as const;
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
  readonly selection: Selection;
  readonly onAct: (verb: Verb) => void;
}

function Actions({ row, isPart, onAct }: { row: CoverageRow; isPart: boolean; onAct: (verb: Verb) => void }) {
  const t = useTranslate();
  const may = useMay();
  const { name } = row.node;
  // The other acts reach all below: nothing keeps a part of them out.
  const ofParts: readonly Verb[] = ['turnOn', 'turnOff'];
  const allowed = (verb: Verb) => row.allowedActions.includes(`coverage.${verb}`) && (!isPart || ofParts.includes(verb));
  const mayAssign = !isPart && may('policy.assign') && row.allowedActions.length > 0;
  const mayExempt = !isPart && row.allowedActions.includes('exemption.grant');
  return (
    <div data-part="actions">
      <ScopedLink to={`/effective/${row.node.id}?kind=returnShippingSubsidy`}>{t('coverage.chosen.rules')}</ScopedLink>
      {mayAssign && (
        <Button variant="outlined" onClick={() => onAct('assign')}>
          {t('coverage.assign')}
        </Button>
      )}
      {mayExempt && (
        <Button variant="outlined" onClick={() => onAct('exempt')}>
          {t('exempt.verb')}
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
          {t(row.suspendedFrom === null ? 'suspension.resumeIn' : 'suspension.withdrawIn', { unit: name })}
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

/** Names of this many units are said; the number says how many there are. */
const NAMED = 3;

const branchesIn = (rows: readonly CoverageRow[]): number => rows.reduce((sum, { branches }) => sum + branches, 0);

/** The chosen unit with what may be done there; "all below, future ones too" is said, for that is what a rule reaches. */
export function ActionBar({ selection, onAct }: ActionBarProps) {
  const t = useTranslate();
  const { chosen: row, excluded } = selection;
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
          {excluded.length > 0 && <strong>{t('coverage.chosen.minus', { n: branchesIn(excluded) })}</strong>}
          <IconButton aria-label={t('coverage.chosen.clear')} title={t('coverage.chosen.clear')} onClick={selection.clear}>
            <Close />
          </IconButton>
        </div>
        {excluded.length > 0 && (
          <div className="hw-meta">
            {t('coverage.chosen.kept', {
              units: excluded
                .slice(0, NAMED)
                .map(({ node }) => node.name)
                .join(t('shared.list')),
              n: excluded.length,
            })}{' '}
            <Button variant="text" size="small" onClick={selection.putAllBack}>
              {t('coverage.chosen.putBack')}
            </Button>
          </div>
        )}
        {row.lockedBy && <div className="hw-meta">{t('coverage.chosen.locked', { unit: row.lockedBy.name })}</div>}
      </div>
      <Actions row={row} isPart={excluded.length > 0} onAct={onAct} />
    </Root>
  );
}
