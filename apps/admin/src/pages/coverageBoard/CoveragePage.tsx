import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useCallback, useState } from 'react';
import { AssignDialog } from '../../shared/assign';
import { DateField } from '../../shared/DateField';
import { isDay, useCalendar, useFormat } from '../../shared/format';
import { EffectResult, type Effect } from '../../shared/impact';
import { Band, PageHeader } from '../../shared/page';
import { ErrorState, RowsSkeleton } from '../../shared/states';
import { ResumeDialog, SuspendDialog } from '../../shared/suspension';
import { useUrlParam } from '../../shared/url';
import { ActionBar, type Verb } from './ActionBar';
import { Board } from './Board';
import type { CoverageRow } from './documents';
import { TurnDialog } from './TurnDialog';
import { useRoots } from './useRoots';

interface Done {
  readonly verb: Exclude<Verb, 'assign'>;
  readonly effect: Effect;
}

interface DialogProps {
  readonly verb: Verb;
  readonly row: CoverageRow;
  readonly onDone: (text: string, effect: Effect) => void;
  readonly onClose: () => void;
}

const results = {
  turnOn: 'coverage.result.on',
  turnOff: 'coverage.result.off',
  suspend: 'suspension.suspended',
  resume: 'suspension.resumed',
} as const;

function ActDialog({ verb, row, onDone, onClose }: DialogProps) {
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
  if (verb === 'assign') {
    return (
      <AssignDialog
        kind="returnShippingSubsidy"
        unit={row.node}
        onDone={({ text, effect }) => onDone(text, effect)}
        onClose={onClose}
      />
    );
  }
  const common = { onDone: (effect: Effect) => done({ verb, effect }), onClose };
  if (verb === 'suspend') return <SuspendDialog unit={row.node} counts={row} {...common} />;
  if (verb === 'resume') return <ResumeDialog unit={row.node} {...common} />;
  return <TurnDialog row={row} on={verb === 'turnOn'} {...common} />;
}

/** The date that the board is looked at, from the address; today where none is given. */
function useAt() {
  const [param, setParam] = useUrlParam('at');
  const { today, lastOfDay } = useCalendar();
  const day = isDay(param) && param !== today() ? param : null;
  return { shown: day ?? today(), at: day === null ? null : lastOfDay(day), set: setParam };
}

/** How far free returns reach, unit by unit, and the one click that turns them on (P3–P6). */
export function CoveragePage() {
  const t = useTranslate();
  const format = useFormat();
  const { shown, at, set } = useAt();
  const roots = useRoots(at);
  const [chosen, setChosen] = useState<CoverageRow | null>(null);
  const [verb, setVerb] = useState<Verb | null>(null);
  const [result, setResult] = useState<{ readonly text: string; readonly effect: Effect } | null>(null);
  const clear = useCallback(() => setChosen(null), []);
  return (
    <>
      <PageHeader title={t('coverage.title')} others={<DateField label={t('coverage.at')} value={shown} onChange={set} />} />
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
      {roots.isPending ? (
        <RowsSkeleton />
      ) : roots.error && roots.rows.length === 0 ? (
        <ErrorState failed={t('coverage.failed')} error={roots.error} onRetry={roots.retry} />
      ) : (
        <>
          <Board roots={roots.rows} at={at} chosenId={chosen?.node.id ?? null} onChoose={setChosen} onSeen={setChosen} />
          {roots.rows.length > 0 && <ActionBar row={chosen} onAct={setVerb} onClear={clear} />}
        </>
      )}
      {chosen && verb && (
        <ActDialog
          verb={verb}
          row={chosen}
          onDone={(text, effect) => setResult({ text, effect })}
          onClose={() => setVerb(null)}
        />
      )}
    </>
  );
}
