import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useMay, useViewer } from '../../providers/session';
import { UrlDrawer, useDrawer } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useDebounced } from '../../shared/useDebounced';
import { useUrlFilters } from '../../shared/url';
import { peopleDocument, type Person } from './documents';
import { Grants } from './Grants';
import { InviteDialog } from './InviteDialog';
import { InvitationLink, type Sent } from './InvitationLink';
import { PersonDrawer } from './PersonDrawer';
import { PersonStatusChip } from './PersonStatusChip';

function useColumns(): readonly Column<Person>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'name', head: t('people.name'), cell: (person) => person.name, card: 'title' },
      { key: 'status', head: t('people.status'), cell: (person) => <PersonStatusChip status={person.status} />, card: 'aside' },
      { key: 'email', head: t('people.email'), cell: (person) => person.email },
      { key: 'grants', head: t('people.roles'), cell: (person) => <Grants grants={person.grants} /> },
      { key: 'seen', head: t('people.lastSeen'), cell: (person) => format.tableTime(person.lastSeenAt) },
    ],
    [t, format],
  );
}

/** Who works with the chain: person, role, unit (O4). */
export function PeoplePage() {
  const t = useTranslate();
  const may = useMay();
  const { home } = useViewer();
  const filters = useUrlFilters('search');
  const drawer = useDrawer('person');
  const [inviting, setInviting] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const search = useDebounced(filters.values.search, 250);
  const list = useCursorQuery(peopleDocument, { search: search === '' ? null : search }, (answer) => answer.people);
  const columns = useColumns();
  const invite = may('person.invite') && (
    <Button variant="contained" onClick={() => setInviting(true)}>
      {t('people.invite.title')}
    </Button>
  );
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState kind="nothing" text={t('people.none')} />
  );
  return (
    <>
      <PageHeader title={t('people.title')} scoped={false} meta={home.name} action={invite} />
      <TextField
        label={t('people.search')}
        value={filters.values.search}
        onChange={(event) => filters.set({ search: event.target.value })}
        sx={{ marginBottom: 2, width: { xs: '100%', sm: 320 } }}
      />
      <CursorTable
        label={t('people.title')}
        columns={columns}
        list={list}
        rowKey={(person) => person.id}
        rowName={(person) => person.name}
        empty={empty}
        failed={t('people.failed')}
        onOpen={(person) => drawer.open(person.id)}
        {...(drawer.value !== null && { currentKey: drawer.value })}
      />
      <UrlDrawer drawer={drawer} title={t('people.person')}>
        {(id) => <PersonDrawer id={id} onSent={setSent} />}
      </UrlDrawer>
      <InviteDialog open={inviting} onClose={() => setInviting(false)} onSent={setSent} />
      <InvitationLink sent={sent} onClose={() => setSent(null)} />
    </>
  );
}
