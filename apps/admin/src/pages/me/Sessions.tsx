import Laptop from '@mui/icons-material/LaptopOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useLogout, useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { request } from '../../providers/request';
import { Chip } from '../../shared/chips';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { Sheet } from '../../shared/page';
import { Loaded } from '../../shared/states';
import { useNotice } from '../../shared/useNotice';
import { v } from '../../theme/vars';
import { deviceName } from './deviceName';
import { revokeSessionDocument, sessionsDocument, signOutEverywhereDocument, type Session } from './documents';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '8px 16px',
    borderTop: `1px solid ${v.line}`,
  },
  '& li > div': { flex: '1 1 220px', minWidth: 0 },
});

function Row({ session }: { session: Session }) {
  const t = useTranslate();
  const format = useFormat();
  const notice = useNotice();
  const revoke = useApiMutation(revokeSessionDocument);
  const device = deviceName(session.userAgent) ?? t('me.sessions.unknown');
  const facts = t('me.sessions.facts', { since: format.nearTime(session.createdAt), seen: format.nearTime(session.lastSeenAt) });
  const from = session.address === null ? '' : ` · ${t('me.sessions.address', { address: session.address })}`;
  const end = () =>
    revoke.mutate(
      { id: session.id },
      { onSuccess: () => notice.done(t('me.sessions.ended', { device })), onError: notice.failed },
    );
  return (
    <li>
      <div>
        {device}
        <div className="hw-meta">
          {facts}
          {from}
        </div>
      </div>
      {session.current ? (
        <Chip tone="flow" icon={Laptop} label={t('me.sessions.current')} />
      ) : (
        <Button variant="outlined" size="small" onClick={end} loading={revoke.isPending}>
          {t('me.sessions.end')}
        </Button>
      )}
    </li>
  );
}

/** Where the account is signed in, newest use first, each to be ended by itself or all at once. */
export function Sessions() {
  const t = useTranslate();
  const logout = useLogout();
  const query = useApiQuery(sessionsDocument, {});
  const [asking, setAsking] = useState(false);
  const count = query.data?.mySessions.length ?? 0;
  const endAll = async () => {
    await request(signOutEverywhereDocument);
    await logout({}, '/login', false);
  };
  return (
    <Sheet
      title={t('me.sessions.title')}
      flush
      aside={
        <Button variant="outlined" size="small" onClick={() => setAsking(true)} disabled={count === 0}>
          {t('me.sessions.endAll')}
        </Button>
      }
    >
      <Loaded query={query} failed={t('me.sessions.failed')}>
        {({ mySessions }) => (
          <List>
            {mySessions.map((session) => (
              <Row key={session.id} session={session} />
            ))}
          </List>
        )}
      </Loaded>
      <ActionDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('me.sessions.endAll')}
        effect={t('me.sessions.endAllEffect', { n: count })}
        danger
        onConfirm={endAll}
      />
    </Sheet>
  );
}
