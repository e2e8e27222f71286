import Archive from '@mui/icons-material/Inventory2Outlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { Chip } from '../../shared/chips';
import { InZone, useFormat } from '../../shared/format';
import { Facts, Sheet } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { StreamPath } from '../../shared/stream';
import { useNotice } from '../../shared/useNotice';
import { ArchiveDialog } from './ArchiveDialog';
import { childTypes } from './childTypes';
import { CreateDialog } from './CreateDialog';
import { restoreUnitDocument, unitDocument, type Unit } from './documents';
import { MoveDialog } from './MoveDialog';
import { RenameDialog } from './RenameDialog';

const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 16 });
const Links = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', marginTop: 16 });

type Dialog = 'create' | 'rename' | 'move' | 'archive';

/** The filled button makes a unit below; the others are outlined, and only those that the API allows are there. */
function UnitActions({ unit, onOpen }: { unit: Unit; onOpen: (dialog: Dialog) => void }) {
  const t = useTranslate();
  const notice = useNotice();
  const restore = useApiMutation(restoreUnitDocument);
  const may = (verb: string) => unit.allowedActions.includes(`orgNode.${verb}`);
  const others = (['rename', 'move', 'archive'] as const).filter(may);
  return (
    <Actions>
      {may('create') && childTypes[unit.type].length > 0 && (
        <Button variant="contained" onClick={() => onOpen('create')}>
          {t('org.create.title')}
        </Button>
      )}
      {others.map((verb) => (
        <Button key={verb} variant="outlined" onClick={() => onOpen(verb)}>
          {t(`org.${verb}.title`)}
        </Button>
      ))}
      {may('restore') && (
        <Button
          variant="outlined"
          loading={restore.isPending}
          onClick={() =>
            restore.mutate(
              { id: unit.id, version: unit.version },
              { onSuccess: () => notice.done(t('org.restored', { unit: unit.name })), onError: notice.failed },
            )
          }
        >
          {t('org.restore')}
        </Button>
      )}
    </Actions>
  );
}

function UnitFacts({ unit }: { unit: Unit }) {
  const t = useTranslate();
  const format = useFormat();
  const place = [...new Set([unit.province, unit.city])].filter((part) => part !== null && part !== '').join(' ');
  return (
    <Facts
      rows={[
        [t('org.type'), t(`nodeType.${unit.type}`)],
        [
          t('org.code'),
          <span key="code" className="hw-tabular">
            {unit.code}
          </span>,
        ],
        [t('org.place'), <StreamPath key="path" steps={unit.path} keep={4} />],
        [t('org.ownership'), unit.ownership && t(`ownership.${unit.ownership}`)],
        [t('org.below'), unit.type === 'store' ? null : t('org.stores', { n: unit.branchCount })],
        [t('org.city'), place],
        [t('org.address'), unit.address],
        [t('org.phone'), unit.phone],
        [t('org.timeZone'), unit.timeZone],
        [t('org.since'), format.textDate(unit.since)],
        [t('org.archivedAt'), unit.archivedAt && format.textTime(unit.archivedAt)],
      ]}
    />
  );
}

function Details({ unit, onGo }: { unit: Unit; onGo: (unit: { readonly id: string }) => void }) {
  const t = useTranslate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  return (
    <Sheet title={unit.name} aside={unit.archivedAt !== null && <Chip tone="done" icon={Archive} label={t('org.archived')} />}>
      <UnitFacts unit={unit} />
      <Links>
        <ScopedLink to={`/effective/${unit.id}`}>{t('org.rules')}</ScopedLink>
        <ScopedLink to={`/queue?scope=${unit.id}`}>{t('org.cases')}</ScopedLink>
      </Links>
      <UnitActions unit={unit} onOpen={setDialog} />
      {dialog === 'create' && <CreateDialog parent={unit} onClose={close} onMade={onGo} />}
      {dialog === 'rename' && <RenameDialog unit={unit} onClose={close} />}
      {dialog === 'move' && <MoveDialog unit={unit} onClose={close} />}
      {dialog === 'archive' && <ArchiveDialog unit={unit} onClose={close} />}
    </Sheet>
  );
}

/** The chosen unit: its facts, ways to its rules and cases, and what the viewer may change. */
export function UnitPanel({ id, onGo }: { id: string; onGo: (unit: { readonly id: string }) => void }) {
  const t = useTranslate();
  const query = useApiQuery(unitDocument, { id });
  return (
    <Loaded query={query} failed={t('org.failed')}>
      {({ orgNode }) =>
        orgNode ? (
          <InZone zone={orgNode.timeZone}>
            <Details key={orgNode.id} unit={orgNode} onGo={onGo} />
          </InZone>
        ) : (
          <EmptyState kind="nothing" text={t('org.gone')} />
        )
      }
    </Loaded>
  );
}
