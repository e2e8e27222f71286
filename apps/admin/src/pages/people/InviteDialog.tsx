import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { inviteDocument } from './documents';
import type { Sent } from './InvitationLink';
import { noChoice, RoleFields } from './RoleFields';

interface InviteDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSent: (sent: Sent) => void;
}

/** Invites a person by a one-time link, with a first role at a unit. */
export function InviteDialog({ open, onClose, onSent }: InviteDialogProps) {
  const t = useTranslate();
  const invite = useApiMutation(inviteDocument);
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [choice, setChoice] = useState(noChoice);
  const confirm = async () => {
    if (choice.node === null) return;
    const { invitePerson } = await invite.mutateAsync({
      email: email.trim(),
      name: name.trim(),
      role: choice.role,
      nodeId: choice.node.id,
    });
    onSent({ link: invitePerson.link, expiresAt: invitePerson.expiresAt, name: invitePerson.person.name });
    setEmail('');
    setName('');
    setChoice(noChoice);
  };
  return (
    <ActionDialog
      open={open}
      onClose={onClose}
      title={t('people.invite.title')}
      effect={t('people.invite.effect')}
      ready={email.trim() !== '' && name.trim() !== '' && choice.node !== null}
      onConfirm={confirm}
    >
      <TextField
        label={t('people.email')}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        required
        autoFocus
      />
      <TextField label={t('people.name')} value={name} onChange={(event) => setName(event.target.value)} required />
      <RoleFields value={choice} onChange={setChoice} />
    </ActionDialog>
  );
}
