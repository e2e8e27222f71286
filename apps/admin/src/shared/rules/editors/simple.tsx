import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'ra-core';
import { Choice } from '../../fields';
import { useLocalText } from '../../useLocalText';
import { amountIn, modeKinds, modeOf, type Mode, type ModeKind } from '../values';
import { AmountInput } from './numbers';
import { Wrap } from './Rows';
import type { EditorProps } from './props';

/** Yes or no, both in sight. */
export function BooleanEditor({ value, onChange, labelId, helpId }: EditorProps<boolean>) {
  const t = useTranslate();
  return (
    <ToggleButtonGroup
      exclusive
      value={value}
      aria-labelledby={labelId}
      aria-describedby={helpId}
      onChange={(_, next: boolean | null) => next !== null && onChange(next)}
    >
      <ToggleButton value={true}>{t('rules.value.yes')}</ToggleButton>
      <ToggleButton value={false}>{t('rules.value.no')}</ToggleButton>
    </ToggleButtonGroup>
  );
}

/** Any of the field's options, in the schema's order. */
export function SetEditor({ field, value, onChange, labelId, helpId }: EditorProps<readonly string[]>) {
  const localText = useLocalText();
  const options = field.options ?? [];
  const toggle = (option: string, on: boolean) =>
    onChange(options.map((each) => each.value).filter((each) => (each === option ? on : value.includes(each))));
  return (
    <FormGroup row role="group" aria-labelledby={labelId} aria-describedby={helpId}>
      {options.map((option) => (
        <FormControlLabel
          key={option.value}
          control={
            <Checkbox checked={value.includes(option.value)} onChange={(event) => toggle(option.value, event.target.checked)} />
          }
          label={localText(option.label)}
        />
      ))}
    </FormGroup>
  );
}

/** How the subsidy is reckoned, with its amount: one value, set whole. */
export function ModeEditor({ field, value, onChange, helpId, invalid }: EditorProps<Mode>) {
  const t = useTranslate();
  const amount = amountIn(value) ?? Number.NaN;
  const kinds = modeKinds.map((kind) => [kind, t(`rules.word.mode.${kind}`)] as const);
  return (
    <Wrap>
      <Choice<ModeKind>
        label={t('rules.form.mode')}
        value={value.kind}
        options={kinds}
        onChange={(kind) => onChange(modeOf(kind, amount))}
        width={160}
      />
      <AmountInput
        field={field}
        label={t(value.kind === 'selfShip' ? 'rules.form.flat' : 'rules.form.cap')}
        value={amount}
        onChange={(next) => onChange(modeOf(value.kind, next))}
        helpId={helpId}
        invalid={invalid}
      />
    </Wrap>
  );
}
