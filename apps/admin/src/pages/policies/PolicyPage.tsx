import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../providers/hooks';
import { AssignDialog } from '../../shared/assign';
import { VersionChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { EffectResult, type Effect } from '../../shared/impact';
import { PageHeader, Sheet } from '../../shared/page';
import { useGo } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { ListTable, type Column } from '../../shared/table';
import { AssignmentTable } from './AssignmentTable';
import { policyDocument, type Policy, type Version } from './documents';
import { DraftButton } from './DraftButton';

const Stack = styled('div')({ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' });

const mayAssign = ({ allowedActions }: Version) => allowedActions.includes('policy.assign');

function VersionTable({ policy }: { policy: Policy }) {
  const t = useTranslate();
  const format = useFormat();
  const go = useGo();
  const columns = useMemo(
    (): readonly Column<Version>[] => [
      { key: 'number', head: t('policies.version'), cell: ({ number }) => `v${String(number)}`, card: 'title' },
      { key: 'status', head: t('policies.status'), cell: ({ status }) => <VersionChip status={status} />, card: 'aside' },
      { key: 'notes', head: t('policies.notes'), cell: ({ notes }) => (notes === '' ? '–' : notes), width: 240 },
      { key: 'author', head: t('policies.author'), cell: ({ authorName }) => authorName },
      { key: 'published', head: t('policies.published'), cell: ({ publishedAt }) => format.tableTime(publishedAt) },
    ],
    [t, format],
  );
  return (
    <ListTable
      label={t('policies.versions')}
      columns={columns}
      rows={policy.versions}
      rowKey={({ id }) => id}
      rowName={({ number }) => `v${String(number)}`}
      empty={<EmptyState kind="nothing" text={t('policies.noVersion')} action={<DraftButton policy={policy} filled />} />}
      onOpen={({ number }) => go(`/policies/${policy.id}/versions/${String(number)}`)}
    />
  );
}

interface Result {
  readonly text: string;
  readonly effect: Effect;
}

function Details({ policy }: { policy: Policy }) {
  const t = useTranslate();
  const [assigning, setAssigning] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const latest = policy.versions.find(mayAssign);
  return (
    <>
      <PageHeader
        title={policy.name}
        scoped={false}
        meta={`${t(`rules.kind.${policy.kind}`)} · ${policy.owner.name}`}
        action={policy.versions.length > 0 && <DraftButton policy={policy} filled />}
        others={
          latest && (
            <Button variant="outlined" onClick={() => setAssigning(true)}>
              {t('policies.assign', { n: String(latest.number) })}
            </Button>
          )
        }
      />
      {result && <EffectResult title={result.text} effect={result.effect} onClose={() => setResult(null)} />}
      <Stack>
        {policy.description !== '' && <p>{policy.description}</p>}
        <Sheet title={t('policies.versions')} flush>
          <VersionTable policy={policy} />
        </Sheet>
        <Sheet title={t('policies.assignments')} flush>
          <AssignmentTable policy={policy} onChanged={(text, effect) => setResult({ text, effect })} />
        </Sheet>
      </Stack>
      {assigning && latest && (
        <AssignDialog
          kind={policy.kind}
          version={{ id: latest.id, label: `${policy.name} v${String(latest.number)}` }}
          onDone={setResult}
          onClose={() => setAssigning(false)}
        />
      )}
    </>
  );
}

/** One line of versions: which there are, where they are assigned, and the draft of the next (P2). */
export function PolicyPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useApiQuery(policyDocument, { id });
  return (
    <Loaded query={query} failed={t('policies.failed')}>
      {({ policy }) =>
        policy ? <Details key={policy.id} policy={policy} /> : <EmptyState kind="nothing" text={t('policies.gone')} />
      }
    </Loaded>
  );
}
