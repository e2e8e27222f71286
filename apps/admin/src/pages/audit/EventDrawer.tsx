import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { useFormat } from '../../shared/format';
import { Facts } from '../../shared/page';
import { EmptyState, Loaded } from '../../shared/states';
import { useSetUrlParams } from '../../shared/url';
import { v } from '../../theme/vars';
import { auditEventDocument, type AuditEvent } from './documents';
import { PageLink, RecordLink } from './RecordLink';
import { subjectParam } from './useAuditFilters';
import { useActor, useSentence } from './useSentence';
import { WhatChanged } from './WhatChanged';

const Root = styled('div')({
  overflowWrap: 'anywhere',
  '& > p': { marginBottom: 16, fontSize: 16, lineHeight: '24px', fontWeight: 600 },
  '& h3': { margin: '24px 0 8px', fontSize: 16, lineHeight: '24px', fontWeight: 600 },
});

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  marginTop: 24,
  paddingTop: 16,
  borderTop: `1px solid ${v.line}`,
});

/** Leads to the events of the same record, or of the same person: who changed this, and what else. */
function MoreLikeIt({ event }: { event: AuditEvent }) {
  const t = useTranslate();
  const actor = useActor();
  const setParams = useSetUrlParams();
  const { actorKind, actorId } = event;
  const cleared = { action: null, actor: null, subject: null, from: null, to: null, drawer: null };
  const show = (filter: Record<string, string>) => setParams({ ...cleared, ...filter }, { push: true });
  return (
    <Actions>
      <Button variant="outlined" onClick={() => show({ subject: subjectParam(event) })}>
        {t('audit.ofRecord')}
      </Button>
      {actorKind === 'staff' && actorId !== null && (
        <Button variant="outlined" onClick={() => show({ actor: actorId })}>
          {t('audit.ofPerson', { who: actor(event) })}
        </Button>
      )}
    </Actions>
  );
}

function Details({ event }: { event: AuditEvent }) {
  const t = useTranslate();
  const format = useFormat();
  const sentence = useSentence();
  const actor = useActor();
  const { at, node, actorKind, actorName, action } = event;
  const unit = node && (
    <PageLink path={`/org/${node.id}`} needs="org.read">
      {node.name}
    </PageLink>
  );
  return (
    <Root>
      <p>{sentence(event)}</p>
      <Facts
        rows={[
          [t('audit.at'), format.textTime(at)],
          [t('audit.who'), actorKind === 'staff' ? actorName : `${actor(event)} · ${actorName}`],
          [t('audit.what'), t(`audit.action.${action}`, { _: action })],
          [t('audit.unit'), unit],
          [t('audit.subjectOf'), <RecordLink key="record" event={event} />],
        ]}
      />
      <WhatChanged event={event} />
      <MoreLikeIt event={event} />
    </Root>
  );
}

/** One event: when, who, which record, and what changed. */
export function EventDrawer({ id }: { id: string }) {
  const t = useTranslate();
  const query = useApiQuery(auditEventDocument, { id });
  return (
    <Loaded query={query} failed={t('audit.failed')}>
      {({ auditEvent }) => (auditEvent ? <Details event={auditEvent} /> : <EmptyState kind="nothing" text={t('audit.gone')} />)}
    </Loaded>
  );
}
