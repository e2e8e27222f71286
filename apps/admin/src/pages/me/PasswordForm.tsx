import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState, type SyntheticEvent } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { useViewer } from '../../providers/session';
import { useErrorText } from '../../shared/errors';
import { Sheet } from '../../shared/page';
import { PasswordField } from '../../shared/fields';
import { useNotice } from '../../shared/useNotice';
import { changePasswordDocument } from './documents';

const Form = styled('form')({ display: 'grid', gap: 16, justifyItems: 'start' });

export function PasswordForm() {
  const t = useTranslate();
  const { email } = useViewer();
  const errorText = useErrorText();
  const notice = useNotice();
  const change = useApiMutation(changePasswordDocument);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const changed = () => {
    setCurrent('');
    setNext('');
    notice.done(t('me.password.changed'));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate({ current, next }, { onSuccess: changed });
  };
  return (
    <Sheet title={t('me.password.title')}>
      <Form onSubmit={submit}>
        <p>{t('me.password.text')}</p>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField
          label={t('me.password.current')}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          error={change.error?.field === 'current'}
        />
        <PasswordField
          label={t('me.password.next')}
          value={next}
          onChange={setNext}
          autoComplete="new-password"
          help={t('shared.password.help')}
          error={change.error?.field === 'next'}
        />
        {change.error && <Alert severity="error">{errorText(change.error)}</Alert>}
        <Button type="submit" variant="outlined" loading={change.isPending} disabled={current === '' || next === ''}>
          {t('me.password.change')}
        </Button>
      </Form>
    </Sheet>
  );
}
