import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useScopeNode } from '../../shared/scope';
import type { ShownView } from './SavedViews';
import { createViewDocument, updateViewDocument, type SavedView } from './viewDocuments';

const MAX_NAME = 60;

interface SaveViewDialogProps {
  readonly shown: ShownView;
  /** The view that is to be named or shared anew; absent: what is shown becomes one. */
  readonly saved?: SavedView;
  readonly onClose: () => void;
}

/** Keeps what the queue is narrowed to under a name, for oneself or for a unit and those below. */
export function SaveViewDialog({ shown, saved, onClose }: SaveViewDialogProps) {
  const t = useTranslate();
  const scope = useScopeNode();
  const create = useApiMutation(createViewDocument);
  const update = useApiMutation(updateViewDocument);
  const unit = saved?.node ?? scope;
  const [name, setName] = useState(saved?.name ?? '');
  const [shared, setShared] = useState(saved?.node != null);
  const save = () => {
    const input = { ...shown, name, nodeId: shared ? (unit?.id ?? null) : null };
    return saved ? update.mutateAsync({ id: saved.id, version: saved.version, input }) : create.mutateAsync({ input });
  };
  return (
    <ActionDialog
      open
      title={saved ? t('cases.saved.change', { name: saved.name }) : t('cases.saved.save')}
      effect={t(saved ? 'cases.saved.changed' : 'cases.saved.effect')}
      ready={name.trim() !== ''}
      onConfirm={save}
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
