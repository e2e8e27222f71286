import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { serverNow } from '../../shared/clock';
import { DateField } from '../../shared/fields';
import { ActionDialog } from '../../shared/dialog';
import { useScope, useScopeName } from '../../shared/scope';
import { addDocument, previewDocument, statutoryDocument } from './documents';

interface Holiday {
  readonly day: string;
  readonly name: string;
}

/** One day by hand, or the statutory ones of a year that are still to come. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { nodeId } = useScope();
  const unit = useScopeName();
  const add = useApiMutation(addDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [one, setOne] = useState<Holiday>({ day: '', name: '' });
  const [filled, setFilled] = useState<readonly Holiday[]>([]);
  const today = new Date(serverNow()).toISOString().slice(0, 10);
  const year = Number((one.day === '' ? today : one.day).slice(0, 4));
  const statutory = useApiQuery(statutoryDocument, { year });
  const coming = (statutory.data?.statutoryHolidays ?? []).filter(({ day }) => day > today);
  const own = one.day !== '' && one.name.trim() !== '' ? [one] : [];
  const days = filled.length > 0 ? filled : own;
  const input = { nodeId, days: [...days] };
  const preview = useApiQuery(previewDocument, { input }, { enabled: days.length > 0 });
  const found = days.length > 0 && !preview.isPlaceholderData ? preview.data?.previewClosedDays : undefined;
  const effect = found
    ? t('closedDays.effect', { days: found.days, cases: found.cases, more: String(found.hasMore) })
    : t(days.length > 0 ? 'closedDays.counting' : 'closedDays.hint');
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('closedDays.addAt', { unit })}
      effect={effect}
      ready={found !== undefined && found.days > 0}
      onConfirm={() => add.mutateAsync({ input, key })}
    >
      {filled.length > 0 ? (
        <p>{t('closedDays.chosen', { days: filled.map(({ day, name }) => `${day} ${name}`).join(t('shared.list')) })}</p>
      ) : (
        <>
          <DateField
            label={t('closedDays.day')}
            value={one.day}
            min={today}
            onChange={(day) => setOne({ ...one, day })}
            required
          />
          <TextField
            id="closed-day-name"
            label={t('closedDays.name')}
            value={one.name}
            onChange={(event) => setOne({ ...one, name: event.target.value })}
            required
            slotProps={{ htmlInput: { maxLength: 100 } }}
          />
          {coming.length > 0 && (
            <Button variant="outlined" size="small" onClick={() => setFilled(coming)} sx={{ alignSelf: 'start' }}>
              {t('closedDays.statutory', { year: String(year) })}
            </Button>
          )}
        </>
      )}
    </ActionDialog>
  );
}
