import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState, type SyntheticEvent } from 'react';
import { Link as RouterLink, useNavigate, useParams } from 'react-router';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { rememberViewer } from '../../providers/session';
import { useErrorText } from '../../shared/errors';
import { useFormat } from '../../shared/format';
import { OutsidePage } from '../../shared/outside';
import { usePageTitle } from '../../shared/page';
import { PasswordField } from '../../shared/fields';
import { Loaded } from '../../shared/states';
import { acceptDocument, invitationDocument, type Invitation } from './documents';

const Form = styled('form')({ display: 'grid', gap: 16, '& h1': { margin: 0, fontSize: 20, lineHeight: '28px' } });

function Gone() {
  const t = useTranslate();
  return (
    <Form as="div">
      <h1>{t('invitation.gone')}</h1>
      <p>{t('invitation.goneText')}</p>
      <Link component={RouterLink} to="/login">
        {t('invitation.toSignIn')}
      </Link>
    </Form>
  );
}

function AcceptForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const t = useTranslate();
  const format = useFormat();
  const errorText = useErrorText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const accept = useApiMutation(acceptDocument);
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const enter = (answer: { acceptInvitation: Parameters<typeof rememberViewer>[1] }) => {
      rememberViewer(client, answer.acceptInvitation);
      void navigate('/', { replace: true });
    };
    accept.mutate({ token, name: name.trim(), password }, { onSuccess: enter });
  };
  return (
    <Form onSubmit={submit}>
      <h1>{t('invitation.title')}</h1>
      <p>{t('invitation.text', { email: invitation.email, until: format.textTime(invitation.expiresAt) })}</p>
      {accept.error && <Alert severity="error">{errorText(accept.error)}</Alert>}
      <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
      <TextField
        label={t('invitation.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="name"
        required
      />
      <PasswordField
        label={t('invitation.password')}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        help={t('shared.password.help')}
        error={accept.error?.code === 'WEAK_PASSWORD'}
      />
      <Button type="submit" variant="contained" loading={accept.isPending}>
        {t('invitation.submit')}
      </Button>
    </Form>
  );
}

/** Where a one-time link leads: the invited person gives a name and a password and is in. */
export function InvitationPage() {
  const t = useTranslate();
  const { token = '' } = useParams();
  const query = useApiQuery(invitationDocument, { token });
  usePageTitle(t('invitation.title'));
  return (
    <OutsidePage>
      <Loaded query={query} failed={t('invitation.failed')}>
        {({ invitation }) => (invitation ? <AcceptForm token={token} invitation={invitation} /> : <Gone />)}
      </Loaded>
    </OutsidePage>
  );
}
