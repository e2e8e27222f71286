import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { useMay, useViewer } from '../../providers/session';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { Facts } from '../../shared/page';
import { EmptyState, Loaded } from '../../shared/states';
import { useNotice } from '../../shared/useNotice';
import { v } from '../../theme/vars';
import {
  disablePersonDocument,
  enablePersonDocument,
  grantRoleDocument,
  personDocument,
  renewInvitationDocument,
  revokeRoleDocument,
  type Person,
} from './documents';
import type { Sent } from './InvitationLink';
import { PersonStatusChip } from './PersonStatusChip';
import { noChoice, RoleFields } from './RoleFields';

const Heading = styled('h3')({ margin: '24px 0 0', fontSize: 16, lineHeight: '24px', fontWeight: 600 });

const Roles = styled('ul')({
  listStyle: 'none',
  margin: '8px 0',
  padding: 0,
  '& li': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 8,
    padding: '6px 0',
    borderTop: `1px solid ${v.line}`,
  },
});

const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 16 });

type Asking = 'grant' | 'disable' | { readonly revoke: Person['grants'][number] } | null;

function GrantDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTranslate();
  const grant = useApiMutation(grantRoleDocument);
  const [choice, setChoice] = useState(noChoice);
  const confirm = async () => {
    if (choice.node !== null) await grant.mutateAsync({ personId: person.id, role: choice.role, nodeId: choice.node.id });
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('people.grant.title')}
      effect={t('people.grant.effect', { name: person.name })}
      ready={choice.node !== null}
      onConfirm={confirm}
    >
      <RoleFields value={choice} onChange={setChoice} />
    </ActionDialog>
  );
}

function Dialogs({ person, asking, onClose }: { person: Person; asking: Asking; onClose: () => void }) {
  const t = useTranslate();
  const revoke = useApiMutation(revokeRoleDocument);
  const disable = useApiMutation(disablePersonDocument);
  if (asking === 'grant') return <GrantDialog person={person} onClose={onClose} />;
  if (asking === 'disable') {
    const confirm = () => disable.mutateAsync({ id: person.id, version: person.version });
    return (
      <ActionDialog
        open
        danger
        onClose={onClose}
        title={t('people.disable.title')}
        effect={t('people.disable.effect', { name: person.name })}
        onConfirm={confirm}
      />
    );
  }
  if (asking === null) return null;
  const { revoke: grant } = asking;
  const effect = t('people.revoke.effect', { name: person.name, role: t(`role.${grant.role}`), unit: grant.node.name });
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('people.revoke.title')}
      effect={effect}
      onConfirm={() => revoke.mutateAsync({ grantId: grant.id })}
    />
  );
}

function RoleRows({ person, onRevoke }: { person: Person; onRevoke: (grant: Person['grants'][number]) => void }) {
  const t = useTranslate();
  const may = useMay();
  return (
    <Roles>
      {person.grants.map((grant) => (
        <li key={grant.id}>
          <span>
            {t(`role.${grant.role}`)} · {grant.node.name}
            <div className="hw-meta">{t('people.reach', { unit: grant.node.name, n: grant.node.branchCount })}</div>
          </span>
          {may('person.grant') && (
            <Button variant="text" size="small" onClick={() => onRevoke(grant)}>
              {t('people.revoke.title')}
            </Button>
          )}
        </li>
      ))}
    </Roles>
  );
}

function Details({ person, onSent }: { person: Person; onSent: (sent: Sent) => void }) {
  const t = useTranslate();
  const format = useFormat();
  const may = useMay();
  const viewer = useViewer();
  const notice = useNotice();
  const renew = useApiMutation(renewInvitationDocument);
  const enable = useApiMutation(enablePersonDocument);
  const [asking, setAsking] = useState<Asking>(null);
  const renewLink = () =>
    renew.mutate(
      { personId: person.id },
      {
        onSuccess: ({ renewInvitation }) =>
          onSent({ link: renewInvitation.link, expiresAt: renewInvitation.expiresAt, name: person.name }),
        onError: notice.failed,
      },
    );
  return (
    <>
      <Facts
        rows={[
          [t('people.name'), person.name],
          [t('people.email'), person.email],
          [t('people.status'), <PersonStatusChip key="status" status={person.status} />],
          [t('people.since'), format.textDate(person.createdAt)],
          [t('people.lastSeen'), person.lastSeenAt === null ? t('people.never') : format.nearTime(person.lastSeenAt)],
        ]}
      />
      <Heading>{t('people.roles')}</Heading>
      <RoleRows person={person} onRevoke={(revoke) => setAsking({ revoke })} />
      <Actions>
        {may('person.grant') && (
          <Button variant="outlined" onClick={() => setAsking('grant')}>
            {t('people.grant.title')}
          </Button>
        )}
        {person.status === 'invited' && may('person.invite') && (
          <Button variant="outlined" onClick={renewLink} loading={renew.isPending}>
            {t('people.renew')}
          </Button>
        )}
        {person.status === 'active' && person.id !== viewer.id && may('person.disable') && (
          <Button variant="outlined" color="error" onClick={() => setAsking('disable')}>
            {t('people.disable.title')}
          </Button>
        )}
        {person.status === 'disabled' && may('person.disable') && (
          <Button
            variant="outlined"
            loading={enable.isPending}
            onClick={() => enable.mutate({ id: person.id, version: person.version }, { onError: notice.failed })}
          >
            {t('people.enable')}
          </Button>
        )}
      </Actions>
      <Dialogs person={person} asking={asking} onClose={() => setAsking(null)} />
    </>
  );
}

/** One person: state, roles with their reach, and what may be changed. */
export function PersonDrawer({ id, onSent }: { id: string; onSent: (sent: Sent) => void }) {
  const t = useTranslate();
  const query = useApiQuery(personDocument, { id });
  return (
    <Loaded query={query} failed={t('people.failed')}>
      {({ person }) =>
        person ? (
          <Details key={person.id} person={person} onSent={onSent} />
        ) : (
          <EmptyState kind="nothing" text={t('people.none')} />
        )
      }
    </Loaded>
  );
}
