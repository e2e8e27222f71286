import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { NodeField } from '../node';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who is to be in, as it is being typed. */
export interface CohortDraft {
  readonly how: 'share' | 'hand';
  /** Of a hundred. */
  readonly percent: string;
  readonly units: readonly Named[];
}

export const emptyCohort = (percent: string): CohortDraft => ({ how: 'share', percent, units: [] });

const PERCENT = /^\d{1,2}(\.\d{1,2})?$/;

/** What the API is asked; null while it says nothing yet. */
export function readyCohort({ how, percent, units }: CohortDraft): { bps?: number; units?: string[] } | null {
  if (how === 'hand') return units.length === 0 ? null : { units: units.map(({ id }) => id) };
  const bps = PERCENT.test(percent) ? Math.round(Number(percent) * 100) : 0;
  return bps > 0 ? { bps } : null;
}

interface CohortFieldsProps {
  readonly value: CohortDraft;
  readonly onChange: (value: CohortDraft) => void;
}

function HandPicked({ value, onChange }: CohortFieldsProps) {
  const t = useTranslate();
  const add = (unit: Named | null) => {
    if (unit && !value.units.some(({ id }) => id === unit.id)) onChange({ ...value, units: [...value.units, unit] });
  };
  return (
    <>
      <NodeField label={t('rollout.add')} value={null} onChange={add} />
      {value.units.map((unit) => (
        <div key={unit.id}>
          {unit.name}{' '}
          <Button
            variant="text"
            size="small"
            onClick={() => onChange({ ...value, units: value.units.filter(({ id }) => id !== unit.id) })}
          >
            {t('rollout.remove', { unit: unit.name })}
          </Button>
        </div>
      ))}
    </>
  );
}

/** P11: a share of the stores, or units picked by hand. */
export function CohortFields({ value, onChange }: CohortFieldsProps) {
  const t = useTranslate();
  return (
    <>
      <RadioGroup
        aria-label={t('rollout.how')}
        value={value.how}
        onChange={(event) => onChange({ ...value, how: event.target.value === 'hand' ? 'hand' : 'share' })}
      >
        <FormControlLabel value="share" control={<Radio />} label={t('rollout.share')} />
        <FormControlLabel value="hand" control={<Radio />} label={t('rollout.hand')} />
      </RadioGroup>
      {value.how === 'hand' ? (
        <HandPicked value={value} onChange={onChange} />
      ) : (
        <TextField
          label={t('rollout.percent')}
          value={value.percent}
          onChange={(event) => onChange({ ...value, percent: event.target.value.trim() })}
          helperText={t('rollout.percentHelp')}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        />
      )}
    </>
  );
}
