import { useTranslate } from 'ra-core';
import { DateField } from '../../fields';
import { useLocalText } from '../../useLocalText';
import type { EditorProps } from './props';

/** A day of the calendar; none at all is a value too. */
export function DateEditor({ field, value, onChange }: EditorProps<string | null>) {
  const t = useTranslate();
  const localText = useLocalText();
  return (
    <DateField
      label={localText(field.label)}
      value={value ?? ''}
      help={t('rules.form.noDate')}
      onChange={(day) => onChange(day === '' ? null : day)}
    />
  );
}
