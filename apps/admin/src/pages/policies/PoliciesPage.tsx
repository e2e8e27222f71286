import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { VersionChip } from '../../shared/chips';
import { OptionalChoice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { useGo } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { kindKeys } from '../../shared/rules';
import { CursorTable, type Column } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { useDebounced } from '../../shared/useDebounced';
import { CreatePolicyDialog, type Beginning } from './CreatePolicyDialog';
import { policiesDocument, type PolicyLine } from './documents';
import { Templates } from './Templates';

const Filters = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 12, marginBottom: 16 });

function Newest({ policy }: { policy: PolicyLine }) {
  const t = useTranslate();
  const [newest] = policy.versions;
  if (!newest) return <span className="hw-hint">{t('policies.noVersion')}</span>;
  return (
    <span className="hw-nowrap">
      v{newest.number} <VersionChip status={newest.status} />
    </span>
  );
}

function Scheduled({ policy }: { policy: PolicyLine }) {
  const t = useTranslate();
  const format = useFormat();
  const { scheduled, nextScheduled: first } = policy;
  if (!first) return <>–</>;
  const told = { date: format.tableDate(first.from), unit: first.node.name, n: scheduled };
  return <>{t(scheduled === 1 ? 'policies.scheduledAt' : 'policies.scheduledMore', told)}</>;
}

/** At how many units it is in force, and in how many branches it is tried (P11). */
function Used({ policy: { usedAt, inPilot } }: { policy: PolicyLine }) {
  const t = useTranslate();
  const said = [
    (usedAt > 0 || inPilot === 0) && t('policies.units', { n: usedAt }),
    inPilot > 0 && t('policies.inPilot', { n: inPilot }),
  ];
  return <>{said.filter(Boolean).join(' · ')}</>;
}

function useColumns(): readonly Column<PolicyLine>[] {
  const t = useTranslate();
  return useMemo(
    () => [
      { key: 'name', head: t('policies.name'), cell: (policy) => policy.name, card: 'title', width: 180 },
      { key: 'kind', head: t('policies.kind'), cell: (policy) => t(`rules.kind.${policy.kind}`) },
      { key: 'owner', head: t('policies.owner'), cell: (policy) => policy.owner.name },
      { key: 'newest', head: t('policies.newest'), cell: (policy) => <Newest policy={policy} />, card: 'aside' },
      { key: 'used', head: t('policies.usedAt'), cell: (policy) => <Used policy={policy} /> },
      { key: 'scheduled', head: t('policies.scheduled'), cell: (policy) => <Scheduled policy={policy} /> },
    ],
    [t],
  );
}

/** The library: lines of versions that may be assigned to units (P2). */
export function PoliciesPage() {
  const t = useTranslate();
  const go = useGo();
  const may = useMay();
  const filters = useUrlFilters('kind', 'search');
  const [creating, setCreating] = useState<Beginning | null>(null);
  const kind = kindKeys.find((each) => each === filters.values.kind) ?? null;
  const search = useDebounced(filters.values.search, 250);
  const list = useCursorQuery(policiesDocument, { kind, search: search === '' ? null : search }, (answer) => answer.policies);
  const columns = useColumns();
  const create = may('policy.create') && (
    <Button variant="contained" onClick={() => setCreating({ kind })}>
      {t('policies.create.title')}
    </Button>
  );
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState
      kind="nothing"
      text={t('policies.none')}
      hint={t('policies.noneHint')}
      {...(create && { action: <Templates onChoose={setCreating} /> })}
    />
  );
  return (
    <>
      <PageHeader title={t('policies.title')} scoped={false} action={create} />
      <Filters>
        <OptionalChoice
          id="policy-kind"
          label={t('policies.kind')}
          value={kind}
          options={kindKeys.map((each) => [each, t(`rules.kind.${each}`)])}
          any={t('policies.allKinds')}
          onChange={(next) => filters.set({ kind: next })}
          width={200}
        />
        <TextField
          label={t('policies.search')}
          value={filters.values.search}
          onChange={(event) => filters.set({ search: event.target.value })}
          sx={{ width: 'min(280px, 100%)' }}
        />
      </Filters>
      <CursorTable
        label={t('policies.title')}
        columns={columns}
        list={list}
        rowKey={(policy) => policy.id}
        rowName={(policy) => policy.name}
        empty={empty}
        failed={t('policies.failed')}
        onOpen={(policy) => go(`/policies/${policy.id}`)}
      />
      {creating && <CreatePolicyDialog beginning={creating} onClose={() => setCreating(null)} />}
    </>
  );
}
