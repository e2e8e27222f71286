import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { renameUnitDocument, type Unit } from './documents';

/** Gives a unit another name; code, rules and cases stay. */
export function RenameDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useTranslate();
  const rename = useApiMutation(renameUnitDocument);
  const [name, setName] = useState(unit.name);
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('org.rename.title')}
      effect={t('org.rename.effect')}
      ready={name.trim() !== '' && name.trim() !== unit.name}
      onConfirm={() => rename.mutateAsync({ id: unit.id, name: name.trim(), version: unit.version })}
    >
      <TextField label={t('org.name')} value={name} onChange={(event) => setName(event.target.value)} required autoFocus />
    </ActionDialog>
  );
}
