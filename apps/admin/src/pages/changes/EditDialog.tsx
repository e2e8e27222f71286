import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { editChangeSetDocument, inputOf } from '../../shared/changeSet';
import { DateField } from '../../shared/fields';
import { ActionDialog } from '../../shared/dialog';
import { useCalendar } from '../../shared/format';
import { useNotice } from '../../shared/useNotice';
import type { ChangeSet } from './documents';
import { useEditEffect } from './editEffect';

/** Title, notes and the day from which it holds. */
export function EditDialog({ set, onClose }: { set: ChangeSet; onClose: () => void }) {
  const t = useTranslate();
  const notice = useNotice();
  const calendar = useCalendar();
  const edit = useApiMutation(editChangeSetDocument);
  const editEffect = useEditEffect();
  const [title, setTitle] = useState(set.title);
  const [notes, setNotes] = useState(set.notes);
  const before = set.effectiveAt === null ? '' : calendar.dayOf(set.effectiveAt);
  const [day, setDay] = useState(before);
  const effectiveAt = day === before ? set.effectiveAt : day === '' ? null : calendar.startOfDay(day);
  const confirm = async () => {
    const input = { title: title.trim(), notes: notes.trim(), effectiveAt, operations: set.operations.map(inputOf) };
    await edit.mutateAsync({ id: set.id, version: set.version, input });
    notice.done(t('changes.edit.done'));
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('changes.edit.title')}
      confirm={t('changes.edit.confirm')}
      effect={editEffect(set)}
      ready={title.trim() !== ''}
      onConfirm={confirm}
    >
      <TextField
        label={t('changes.edit.name')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <TextField
        label={t('changes.edit.notes')}
        value={notes}
        onChange={(event) => setNotes(event.target.value)}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <DateField
        label={t('changes.edit.date')}
        value={day}
        onChange={setDay}
        min={calendar.today()}
        help={t('changes.edit.dateHelp')}
        width="100%"
      />
    </ActionDialog>
  );
}
