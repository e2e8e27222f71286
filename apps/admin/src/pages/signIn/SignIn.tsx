import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useLogin, useTranslate } from 'ra-core';
import { useState, type SyntheticEvent } from 'react';
import { Navigate } from 'react-router';
import type { Credentials } from '../../providers/authProvider';
import { useApiQuery } from '../../providers/hooks';
import { useSessionEnded, useViewerQuery } from '../../providers/session';
import { useErrorText } from '../../shared/errors';
import { OutsidePage } from '../../shared/outside';
import { usePageTitle } from '../../shared/page';
import { PasswordField } from '../../shared/fields';
import { DemoAccounts } from './DemoAccounts';
import { setupDocument } from './documents';

const Form = styled('form')({ display: 'grid', gap: 16, '& h1': { margin: 0, fontSize: 20, lineHeight: '28px' } });

/** Signs in and leads to the page that was asked for; a refusal keeps what was typed. */
function useSignIn() {
  const login = useLogin();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const signIn = (credentials: Credentials) => {
    setBusy(true);
    setError(null);
    login(credentials).catch((cause: unknown) => {
      setError(cause);
      setBusy(false);
    });
  };
  return { signIn, busy, error };
}

function SignInForm({ busy, error, onSubmit }: { busy: boolean; error: unknown; onSubmit: (credentials: Credentials) => void }) {
  const t = useTranslate();
  const errorText = useErrorText();
  const ended = useSessionEnded();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSubmit({ email: email.trim(), password });
  };
  return (
    <Form onSubmit={submit}>
      <h1>{t('signIn.title')}</h1>
      {ended && error === null && <Alert severity="info">{t('signIn.ended')}</Alert>}
      {error !== null && <Alert severity="error">{errorText(error)}</Alert>}
      <TextField
        label={t('signIn.email')}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        autoComplete="username"
        autoFocus
        required
      />
      <PasswordField label={t('signIn.password')} value={password} onChange={setPassword} autoComplete="current-password" />
      <Button type="submit" variant="contained" loading={busy}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}

/** E-mail and password, which may be pasted; in a demo its accounts too. */
export function SignIn() {
  const t = useTranslate();
  const { data: viewer } = useViewerQuery();
  const { data } = useApiQuery(setupDocument, {});
  const { signIn, busy, error } = useSignIn();
  usePageTitle(t('signIn.title'));
  if (viewer && !busy) return <Navigate to="/" replace />;
  const accounts = data?.setup.demoAccounts ?? [];
  return (
    <OutsidePage>
      {data?.setup.needsAdministrator && (
        <Alert severity="warning" sx={{ marginBottom: 6 }}>
          {t('signIn.noAdministrator')}
        </Alert>
      )}
      <SignInForm busy={busy} error={error} onSubmit={signIn} />
      {accounts.length > 0 && <DemoAccounts accounts={accounts} busy={busy} onEnter={signIn} />}
    </OutsidePage>
  );
}
