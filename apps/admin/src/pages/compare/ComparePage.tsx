import SwapHoriz from '@mui/icons-material/SwapHorizOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { DateField } from '../../shared/DateField';
import { DifferenceGroups } from '../../shared/difference';
import { isDay, useCalendar } from '../../shared/format';
import { NodeField } from '../../shared/node';
import { PageHeader } from '../../shared/page';
import { fieldIn, useKinds } from '../../shared/rules';
import { useScope } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { useUrlFilters } from '../../shared/url';
import { DifferenceRow } from './DifferenceRow';
import { compareDocument, unitDocument } from './documents';

const Sides = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
  alignItems: 'end',
  marginBottom: 16,
  '& > fieldset': { display: 'flex', flexWrap: 'wrap', gap: 12, margin: 0, padding: 0, border: 0, minWidth: 0 },
  '& > fieldset > legend': { padding: 0, marginBottom: 4, fontWeight: 600 },
  '& > fieldset > div:first-of-type': { width: 'min(280px, 100%)' },
  '@media (max-width: 899.95px)': { gridTemplateColumns: 'minmax(0, 1fr)', justifyItems: 'start' },
});

const Groups = styled('div')({ display: 'grid', gap: 16 });

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

function Differences({ from, to }: { from: Side; to: Side }) {
  const t = useTranslate();
  const kinds = useKinds();
  const placeOf = usePlace();
  const query = useApiQuery(compareDocument, { from: placeOf(from), to: placeOf(to) });
  return (
    <Loaded query={query} failed={t('compare.failed')}>
      {({ compareRules }) => (
        <Groups>
          <DifferenceGroups differences={compareRules} keyOf={({ kind, field }) => `${kind} ${field}`}>
            {(each) => {
              const field = fieldIn(kinds.data ?? [], each.field, each.kind);
              return field && <DifferenceRow {...each} field={field} />;
            }}
          </DifferenceGroups>
        </Groups>
      )}
    </Loaded>
  );
}

/** What differs between two units, or at one unit between two dates, in shop people's words (P9). */
export function ComparePage() {
  const t = useTranslate();
  const { from, to, choose } = useSides();
  const isSame = from.nodeId === to.nodeId && from.day === to.day;
  return (
    <>
      <PageHeader title={t('compare.title')} />
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
