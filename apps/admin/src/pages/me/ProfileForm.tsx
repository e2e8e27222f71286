import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { useSetLocale, useTranslate } from 'ra-core';
import { useState, type SyntheticEvent } from 'react';
import { languageNames, locales, type Locale } from '../../i18n/messages';
import { useApiMutation } from '../../providers/hooks';
import { rememberViewer, useViewer } from '../../providers/session';
import { useErrorText } from '../../shared/errors';
import { Choice } from '../../shared/fields';
import { useLocale } from '../../shared/format';
import { Sheet } from '../../shared/page';
import { useNotice } from '../../shared/useNotice';
import { updateMeDocument } from './documents';

const Form = styled('form')({ display: 'grid', gap: 16, justifyItems: 'start' });

/** Name and language; the language goes for this device at once. */
export function ProfileForm() {
  const t = useTranslate();
  const client = useQueryClient();
  const viewer = useViewer();
  const setLocale = useSetLocale();
  const errorText = useErrorText();
  const notice = useNotice();
  const shown = useLocale();
  const update = useApiMutation(updateMeDocument);
  const [name, setName] = useState(viewer.name);
  const [language, setLanguage] = useState<Locale>(viewer.language ?? shown);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const saved = (answer: { updateMe: typeof viewer }) => {
      rememberViewer(client, answer.updateMe);
      notice.done(t('me.profile.saved'));
      if (language !== shown) setLocale(language);
    };
    update.mutate({ name: name.trim(), language }, { onSuccess: saved });
  };
  return (
    <Sheet title={t('me.profile.title')}>
      <Form onSubmit={submit}>
        <TextField label={t('me.profile.email')} value={viewer.email} disabled />
        <TextField
          label={t('me.profile.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="name"
          required
        />
        <Choice
          id="me-language"
          label={t('me.profile.language')}
          value={language}
          options={locales.map((locale) => [
            locale,
            <span key={locale} lang={locale}>
              {languageNames[locale]}
            </span>,
          ])}
          onChange={setLanguage}
        />
        {update.error && <Alert severity="error">{errorText(update.error)}</Alert>}
        <Button type="submit" variant="contained" loading={update.isPending} disabled={name.trim() === ''}>
          {t('me.profile.save')}
        </Button>
      </Form>
    </Sheet>
  );
}
