import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { Choice } from '../../shared/fields';
import { useNotice } from '../../shared/useNotice';
import { childTypes } from './childTypes';
import { createUnitDocument, type NodeType, type Unit } from './documents';
import { NewUnitRules } from './NewUnitRules';

const ownerships = ['direct', 'jointVenture', 'licensed', 'franchise'] as const;

interface CreateDialogProps {
  readonly parent: Unit;
  readonly onClose: () => void;
  readonly onMade: (unit: { readonly id: string }) => void;
}

/** Makes a unit below another: only types that may stand there are offered. */
export function CreateDialog({ parent, onClose, onMade }: CreateDialogProps) {
  const t = useTranslate();
  const notice = useNotice();
  const create = useApiMutation(createUnitDocument);
  const types = childTypes[parent.type];
  const [type, setType] = useState<NodeType>(types.includes('store') ? 'store' : (types[0] ?? 'store'));
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [ownership, setOwnership] = useState<(typeof ownerships)[number]>('direct');
  const confirm = async () => {
    const { createOrgNode } = await create.mutateAsync({
      parentId: parent.id,
      type,
      name: name.trim(),
      code: code.trim() === '' ? null : code.trim(),
      ownership: type === 'store' ? ownership : null,
    });
    notice.done(t('org.create.done', { unit: createOrgNode.name }));
    onMade(createOrgNode);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('org.create.title')}
      effect={t('org.create.effect', { parent: parent.name })}
      ready={name.trim() !== ''}
      onConfirm={confirm}
    >
      {type !== 'supplier' && <NewUnitRules parent={parent} />}
      <Choice
        id="unit-type"
        label={t('org.type')}
        value={type}
        options={types.map((it) => [it, t(`nodeType.${it}`)])}
        onChange={setType}
      />
      <TextField label={t('org.name')} value={name} onChange={(event) => setName(event.target.value)} required autoFocus />
      <TextField
        label={t('org.code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        helperText={t('org.create.codeHelp')}
      />
      {type === 'store' && (
        <Choice
          id="unit-ownership"
          label={t('org.ownership')}
          value={ownership}
          options={ownerships.map((it) => [it, t(`ownership.${it}`)])}
          onChange={setOwnership}
        />
      )}
    </ActionDialog>
  );
}
