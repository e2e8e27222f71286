import SwapHoriz from '@mui/icons-material/SwapHorizOutlined';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { DateField } from '../../shared/fields';
import { DifferenceGroups, DifferenceRow } from '../../shared/difference';
import { isDay, useCalendar, useFormat } from '../../shared/format';
import { NodeField } from '../../shared/node';
import { PageHeader } from '../../shared/page';
import { fieldIn, useKinds } from '../../shared/rules';
import { useScope } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { useSetUrlParams, useUrlFilters, useUrlParam } from '../../shared/url';
import { compareDocument, unitDocument } from './documents';
import { Sides } from './Sides';
import { VersionCompare } from './VersionCompare';

interface Side {
  readonly nodeId: string;
  /** A day, or nothing for now. */
  readonly day: string;
}

/** A day means its end; today means now. */
function usePlace(): (side: Side) => { nodeId: string; at: string | null } {
  const { today, lastOfDay } = useCalendar();
  return ({ nodeId, day }) => ({ nodeId, at: isDay(day) && day !== today() ? lastOfDay(day) : null });
}

function SideFields({ legend, side, onChange }: { legend: string; side: Side; onChange: (side: Side) => void }) {
  const t = useTranslate();
  const { today } = useCalendar();
  const unit = useApiQuery(unitDocument, { id: side.nodeId }).data?.orgNode ?? null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div>
        <NodeField label={t('compare.unit')} value={unit} onChange={({ id }) => onChange({ ...side, nodeId: id })} />
      </div>
      <DateField
        label={t('compare.date')}
        value={side.day === '' ? today() : side.day}
        onChange={(day) => onChange({ ...side, day: day === today() ? '' : day })}
      />
    </fieldset>
  );
}

/** Both sides as the address names them; without one, the scope as it is now. */
function useSides() {
  const scope = useScope();
  const { values, set } = useUrlFilters('from', 'fromDay', 'to', 'toDay');
  const from = { nodeId: values.from === '' ? scope.nodeId : values.from, day: values.fromDay };
  const to = { nodeId: values.to === '' ? scope.nodeId : values.to, day: values.toDay };
  const choose = (sides: { from: Side; to: Side }) =>
    set({ from: sides.from.nodeId, fromDay: sides.from.day, to: sides.to.nodeId, toDay: sides.to.day });
  return { from, to, choose };
}

/** Units by their names; one unit on two days by the days. */
function useSideNames(from: Side, to: Side): { was: string; is: string } {
  const { today, lastOfDay } = useCalendar();
  const format = useFormat();
  const was = useApiQuery(unitDocument, { id: from.nodeId }).data?.orgNode?.name ?? '';
  const is = useApiQuery(unitDocument, { id: to.nodeId }).data?.orgNode?.name ?? '';
  const dayOf = ({ day }: Side) => format.textDate(lastOfDay(isDay(day) ? day : today()));
  if (from.nodeId === to.nodeId) return { was: dayOf(from), is: dayOf(to) };
  return { was, is };
}

function Differences({ from, to }: { from: Side; to: Side }) {
  const t = useTranslate();
  const kinds = useKinds();
  const placeOf = usePlace();
  const sides = useSideNames(from, to);
  const query = useApiQuery(compareDocument, { from: placeOf(from), to: placeOf(to) });
  return (
    <Loaded query={query} failed={t('compare.failed')}>
      {({ compareRules }) => (
        <DifferenceGroups differences={compareRules} keyOf={({ kind, field }) => `${kind} ${field}`}>
          {(each) => {
            const field = fieldIn(kinds.data ?? [], each.field, each.kind);
            return field && <DifferenceRow {...each} field={field} sides={sides} />;
          }}
        </DifferenceGroups>
      )}
    </Loaded>
  );
}

/** What differs between two units, or at one unit between two dates, in shop people's words (P9). */
function UnitCompare() {
  const t = useTranslate();
  const { from, to, choose } = useSides();
  const isSame = from.nodeId === to.nodeId && from.day === to.day;
  return (
    <>
      <Sides>
        <SideFields legend={t('compare.from')} side={from} onChange={(side) => choose({ from: side, to })} />
        <Button variant="outlined" startIcon={<SwapHoriz />} onClick={() => choose({ from: to, to: from })}>
          {t('compare.swap')}
        </Button>
        <SideFields legend={t('compare.to')} side={to} onChange={(side) => choose({ from, to: side })} />
      </Sides>
      {isSame ? <EmptyState kind="nothing" text={t('compare.same')} /> : <Differences from={from} to={to} />}
    </>
  );
}

const modes = ['units', 'versions'] as const;

/** Two units or dates, or two versions; what one mode has chosen means nothing in the other. */
export function ComparePage() {
  const t = useTranslate();
  const may = useMay();
  const [param] = useUrlParam('mode', 'units');
  const write = useSetUrlParams();
  const mode = param === 'versions' && may('policy.read') ? 'versions' : 'units';
  const choose = (next: (typeof modes)[number]) =>
    write({ mode: next === 'units' ? null : next, kind: null, from: null, fromDay: null, to: null, toDay: null });
  return (
    <>
      <PageHeader title={t('compare.title')} />
      {may('policy.read') && (
        <Tabs value={mode} onChange={(_, next: (typeof modes)[number]) => choose(next)} sx={{ marginBottom: '16px' }}>
          {modes.map((each) => (
            <Tab key={each} value={each} label={t(`compare.mode.${each}`)} />
          ))}
        </Tabs>
      )}
      {mode === 'versions' ? <VersionCompare /> : <UnitCompare />}
    </>
  );
}
