import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { useViewer } from '../../providers/session';
import { ActionDialog } from '../../shared/dialog';
import { NodeField } from '../../shared/node';
import { useGo } from '../../shared/scope';
import { createPolicyDocument, type KindKey } from './documents';

const kinds: readonly KindKey[] = ['returnShippingSubsidy', 'afterSalesRules'];

/** Makes a line of versions, empty at first, and goes to its page. */
export function CreatePolicyDialog({ kind: given, onClose }: { kind: KindKey | null; onClose: () => void }) {
  const t = useTranslate();
  const go = useGo();
  const { home } = useViewer();
  const create = useApiMutation(createPolicyDocument);
  const [kind, setKind] = useState<KindKey>(given ?? 'returnShippingSubsidy');
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [owner, setOwner] = useState<{ readonly id: string; readonly name: string }>(home);
  const confirm = async () => {
    const variables = { kind, name: name.trim(), description: description.trim(), ownerId: owner.id };
    const { createPolicy } = await create.mutateAsync(variables);
    go(`/policies/${createPolicy.id}`);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('policies.create.title')}
      effect={t('policies.create.effect')}
      ready={name.trim() !== ''}
      onConfirm={confirm}
    >
      <TextField
        select
        id="new-policy-kind"
        label={t('policies.kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as KindKey)}
      >
        {kinds.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`rules.kind.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('policies.create.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <TextField
        label={t('policies.create.description')}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <NodeField label={t('policies.create.owner')} value={owner} onChange={setOwner} help={t('policies.create.ownerHelp')} />
    </ActionDialog>
  );
}
