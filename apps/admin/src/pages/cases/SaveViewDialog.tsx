import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useScopeNode } from '../../shared/scope';
import type { ShownView } from './SavedViews';
import { createViewDocument } from './viewDocuments';

const MAX_NAME = 60;

/** Keeps what the queue is narrowed to under a name, for oneself or for a unit and those below. */
export function SaveViewDialog({ shown, onClose }: { shown: ShownView; onClose: () => void }) {
  const t = useTranslate();
  const unit = useScopeNode();
  const create = useApiMutation(createViewDocument);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <ActionDialog
      open
      title={t('cases.saved.save')}
      effect={t('cases.saved.effect')}
      ready={name.trim() !== ''}
      onConfirm={() => create.mutateAsync({ input: { ...shown, name, nodeId: shared ? (unit?.id ?? null) : null } })}
      onClose={onClose}
    >
      <TextField
        label={t('cases.saved.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: MAX_NAME } }}
        autoFocus
        required
      />
      {unit && (
        <FormControlLabel
          control={<Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)} />}
          label={t('cases.saved.share', { unit: unit.name })}
        />
      )}
    </ActionDialog>
  );
}
