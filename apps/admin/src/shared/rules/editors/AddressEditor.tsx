import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { Address } from '../values';
import type { EditorProps } from './props';

const fresh: Address = { recipient: '', phone: '', province: '', city: '', district: '', street: '', instructions: '' };

const short = ['recipient', 'phone', 'province', 'city', 'district'] as const satisfies readonly (keyof Address)[];

const Grid = styled('div')({
  display: 'grid',
  gap: 8,
  width: '100%',
  maxWidth: 640,
  gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
  '& > [data-wide]': { gridColumn: '1 / -1' },
});

/** Where returned goods go; none at all is a value too. */
export function AddressEditor({ value, onChange, labelId }: EditorProps<Address | null>) {
  const t = useTranslate();
  if (value === null) {
    return (
      <div>
        <p>{t('rules.form.noAddress')}</p>
        <Button variant="outlined" size="small" onClick={() => onChange(fresh)}>
          {t('rules.form.addAddress')}
        </Button>
      </div>
    );
  }
  const input = (key: keyof Address, help?: string) => (
    <TextField
      label={t(`rules.form.${key}`)}
      value={value[key]}
      helperText={help}
      multiline={key === 'instructions'}
      onChange={(event) => onChange({ ...value, [key]: event.target.value })}
    />
  );
  return (
    <Grid role="group" aria-labelledby={labelId}>
      {short.map((key) => (
        <div key={key}>{input(key)}</div>
      ))}
      <div data-wide>{input('street')}</div>
      <div data-wide>{input('instructions', t('rules.form.instructionsHelp'))}</div>
      <div data-wide>
        <Button variant="text" size="small" onClick={() => onChange(null)}>
          {t('rules.form.clearAddress')}
        </Button>
      </div>
    </Grid>
  );
}
