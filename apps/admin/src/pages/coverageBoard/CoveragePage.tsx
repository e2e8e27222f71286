import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState, type ReactNode } from 'react';
import { Link, Navigate } from 'react-router';
import type { CursorRows } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { AssignDialog } from '../../shared/assign';
import { DateField } from '../../shared/fields';
import { ExemptAt } from '../../shared/exemption';
import { isDay, useCalendar, useFormat } from '../../shared/format';
import { EffectResult, type Effect } from '../../shared/impact';
import type { TreeNode } from '../../shared/node';
import { Band, PageHeader } from '../../shared/page';
import { useScope, useScopedPath } from '../../shared/scope';
import { ErrorState, RowsSkeleton } from '../../shared/states';
import { ResumeDialog, SuspendDialog } from '../../shared/suspension';
import { useUrlParam } from '../../shared/url';
import { ActionBar, type Verb } from './ActionBar';
import { Board } from './Board';
import type { CoverageRow } from './documents';
import { FindButton } from './FindButton';
import { NothingYet } from './NothingYet';
import { TurnDialog } from './TurnDialog';
import { useFind } from './useFind';
import { rootsWithFound } from './useOpened';
import { useRoots } from './useRoots';
import { useSelection } from './useSelection';

interface Done {
  readonly verb: 'turnOn' | 'turnOff';
  readonly effect: Effect;
}

interface DialogProps {
  readonly verb: Verb;
  readonly row: CoverageRow;
  readonly exclude: readonly string[];
  readonly onDone: (text: string, effect: Effect) => void;
  readonly onClose: () => void;
}

const results = {
  turnOn: 'coverage.result.on',
  turnOff: 'coverage.result.off',
} as const;

function ActDialog({ verb, row, exclude, onDone, onClose }: DialogProps) {
  const t = useTranslate();
  const done = ({ verb: what, effect }: Done) =>
    onDone(
      t(results[what], {
        unit: effect.node.name,
        changed: effect.changed,
        unchanged: effect.unchanged,
      }),
      effect,
    );
  const tell = ({ text, effect }: { text: string; effect: Effect }) => onDone(text, effect);
  if (verb === 'assign') {
    return <AssignDialog kind="returnShippingSubsidy" unit={row.node} onDone={tell} onClose={onClose} />;
  }
  if (verb === 'exempt') return <ExemptAt kind="returnShippingSubsidy" unit={row.node} onClose={onClose} />;
  if (verb === 'suspend') return <SuspendDialog unit={row.node} onDone={tell} onClose={onClose} />;
  if (verb === 'resume') return <ResumeDialog unit={row.node} from={row.suspendedFrom} onDone={tell} onClose={onClose} />;
  return (
    <TurnDialog
      row={row}
      exclude={exclude}
      on={verb === 'turnOn'}
      onDone={(effect) => done({ verb, effect })}
      onClose={onClose}
    />
  );
}

/** The date that the board is looked at, from the address; today where none is given. */
function useAt() {
  const [param, setParam] = useUrlParam('at');
  const { today, lastOfDay } = useCalendar();
  const day = isDay(param) && param !== today() ? param : null;
  return { shown: day ?? today(), at: day === null ? null : lastOfDay(day), set: setParam };
}

/** A unit found, or many branches at once, by condition or by list, and what became of it (P5). */
function SelectLinks({ onFind }: { onFind: (node: TreeNode) => void }) {
  const t = useTranslate();
  const may = useMay();
  const scoped = useScopedPath();
  const jobs = (
    <Button variant="outlined" component={Link} to={scoped('/jobs')} sx={{ alignSelf: 'flex-end' }}>
      {t('jobs.overview.open')}
    </Button>
  );
  const find = <FindButton onFind={onFind} />;
  if (!may('coverage.turnOn')) {
    return (
      <>
        {jobs}
        {find}
      </>
    );
  }
  return (
    <>
      {jobs}
      <Button variant="outlined" component={Link} to={scoped('/coverage/select')} sx={{ alignSelf: 'flex-end' }}>
        {t('jobs.select.byConditions')}
      </Button>
      <Button variant="outlined" component={Link} to={scoped('/coverage/select?by=list')} sx={{ alignSelf: 'flex-end' }}>
        {t('jobs.select.byList')}
      </Button>
      {find}
    </>
  );
}

/** What a whole scope of one branch, or of none, shows in place of a board; a chosen scope is left to be acted on. */
function useInstead(roots: CursorRows<CoverageRow>, day: string | null): ReactNode {
  const may = useMay();
  const scoped = useScopedPath();
  const { isHome } = useScope();
  if (roots.isPending || roots.isOld || roots.error || roots.hasMore) return null;
  const [only, ...others] = roots.rows;
  if (only === undefined) return <NothingYet />;
  if (!isHome) return null;
  if (roots.rows.every(({ branches }) => branches === 0)) return <NothingYet />;
  if (others.length > 0 || only.node.type !== 'store' || !may('rules.read')) return null;
  const query = new URLSearchParams({ kind: 'returnShippingSubsidy', ...(day !== null && { at: day }) });
  return <Navigate replace to={scoped(`/effective/${only.node.id}?${query.toString()}`)} />;
}

/** How far free returns reach, unit by unit, and the one click that turns them on (P3–P6). */
export function CoveragePage() {
  const t = useTranslate();
  const format = useFormat();
  const { shown, at, set } = useAt();
  const roots = useRoots(at);
  const find = useFind(at);
  const instead = useInstead(roots, at === null ? null : shown);
  const selection = useSelection();
  const { chosen, excluded } = selection;
  const [verb, setVerb] = useState<Verb | null>(null);
  const [result, setResult] = useState<{ readonly text: string; readonly effect: Effect } | null>(null);
  return (
    <>
      <PageHeader
        title={t('coverage.title')}
        others={
          <>
            <SelectLinks onFind={find.find} />
            <DateField label={t('coverage.at')} value={shown} onChange={set} />
          </>
        }
      />
      {result && <EffectResult title={result.text} effect={result.effect} onClose={() => setResult(null)} />}
      {at !== null && (
        <Band
          tone="act"
          action={
            <Button variant="outlined" onClick={() => set(null)}>
              {t('coverage.today')}
            </Button>
          }
        >
          {t('coverage.past', { date: format.textDate(at) })}
        </Band>
      )}
      {find.error && <ErrorState failed={t('coverage.find.failed')} error={find.error} onRetry={find.retry} />}
      {roots.isPending ? (
        <RowsSkeleton />
      ) : roots.error && roots.rows.length === 0 ? (
        <ErrorState failed={t('coverage.failed')} error={roots.error} onRetry={roots.retry} />
      ) : (
        (instead ?? (
          <>
            <Board {...{ at, find }} roots={rootsWithFound(roots.rows, find.path)} selection={selection} />
            <ActionBar selection={selection} onAct={setVerb} />
          </>
        ))
      )}
      {chosen && verb && (
        <ActDialog
          verb={verb}
          row={chosen}
          exclude={excluded.map(({ node }) => node.id)}
          onDone={(text, effect) => {
            selection.putAllBack();
            setResult({ text, effect });
          }}
          onClose={() => setVerb(null)}
        />
      )}
    </>
  );
}
