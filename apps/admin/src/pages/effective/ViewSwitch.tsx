import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'ra-core';

export const views = ['rules', 'timeline'] as const;
export type View = (typeof views)[number];

/** The rules of one instant, or how they go over time. */
export function ViewSwitch({ value, onChange }: { value: View; onChange: (view: View) => void }) {
  const t = useTranslate();
  return (
    <ToggleButtonGroup
      exclusive
      value={value}
      aria-label={t('timeline.view')}
      onChange={(_, next: View | null) => next !== null && onChange(next)}
      sx={{ alignSelf: 'flex-end' }}
    >
      <ToggleButton value="rules">{t('timeline.rules')}</ToggleButton>
      <ToggleButton value="timeline">{t('timeline.title')}</ToggleButton>
    </ToggleButtonGroup>
  );
}
