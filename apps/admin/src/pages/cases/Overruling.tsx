import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useLocalText } from '../../shared/useLocalText';
import type { CaseAction, OverrulableAction } from './documents';

export const isOverruling = (action: CaseAction | OverrulableAction): action is OverrulableAction => 'against' in action;

interface OverrulingProps {
  readonly action: OverrulableAction;
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}

/** A15: the limits that stand against a step, and why they are gone against. */
export function Overruling({ action, reason, onChange }: OverrulingProps) {
  const t = useTranslate();
  const localText = useLocalText();
  return (
    <>
      <p className="hw-hint">
        {t('cases.overrule.against', { limits: action.against.map(({ text }) => localText(text)).join(t('shared.list')) })}
      </p>
      <TextField
        id="case-overrule"
        label={t('cases.overrule.reason')}
        helperText={t('cases.overrule.help')}
        value={reason}
        onChange={(event) => onChange(event.target.value)}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </>
  );
}
