import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useViewer } from '../../providers/session';
import { PageHeader } from '../../shared/page';
import { PasswordForm } from './PasswordForm';
import { ProfileForm } from './ProfileForm';
import { Sessions } from './Sessions';

const Column = styled('div')({ display: 'grid', gap: 16, maxWidth: 720 });

/** Oneself: who the others see, how one signs in, and where one is signed in. */
export function MePage() {
  const t = useTranslate();
  const { grants } = useViewer();
  const roles = grants.map((grant) => `${t(`role.${grant.role}`)} · ${grant.node.name}`).join(t('shared.list'));
  return (
    <>
      <PageHeader title={t('me.title')} scoped={false} meta={roles} />
      <Column>
        <ProfileForm />
        <PasswordForm />
        <Sessions />
      </Column>
    </>
  );
}
