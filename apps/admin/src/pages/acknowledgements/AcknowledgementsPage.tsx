import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { Chip, lookOf } from '../../shared/chips';
import { useDrawer } from '../../shared/dialog';
import { Choice, OptionalChoice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { kindKeys, useKinds, type KindKey } from '../../shared/rules';
import { ScopedLink, useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { useLocalText } from '../../shared/useLocalText';
import { BranchesDrawer } from './BranchesDrawer';
import { acknowledgementsDocument, type Acknowledgement, type AcknowledgementList } from './documents';
import { MyRules } from './MyRules';

const lists = ['open', 'overdue', 'ready'] as const satisfies readonly AcknowledgementList[];

const Filters = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 12, marginBottom: 16 });

function RuleName({ rule }: { rule: Acknowledgement }) {
  const t = useTranslate();
  const may = useMay();
  const name = t('acknowledgements.name', { policy: rule.policyName, number: rule.versionNumber });
  if (!may('policy.read')) return name;
  return <ScopedLink to={`/policies/${rule.policyId}/versions/${String(rule.versionNumber)}`}>{name}</ScopedLink>;
}

function When({ at, note = null }: { at: string; note?: string | null }) {
  const format = useFormat();
  return (
    <>
      <span className="hw-tabular hw-nowrap">{format.tableTime(at)}</span>
      {note !== null && <div className="hw-meta">{note}</div>}
    </>
  );
}

function Overdue({ n }: { n: number }) {
  const { tone, icon } = lookOf('acknowledgement', 'overdue');
  const { count } = useFormat();
  return n === 0 ? count(0) : <Chip tone={tone} icon={icon} label={count(n)} />;
}

function useColumns(onLook: (assignmentId: string) => void): readonly Column<Acknowledgement>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(() => {
    return [
      {
        key: 'rule',
        head: t('acknowledgements.rule'),
        cell: (rule) => <RuleName rule={rule} />,
        card: 'title',
        width: 200,
      },
      { key: 'unit', head: t('acknowledgements.unit'), cell: ({ node }) => node.name },
      {
        key: 'from',
        head: t('acknowledgements.from'),
        cell: ({ from, inForce }) => <When at={from} note={inForce ? null : t('acknowledgements.notYet')} />,
      },
      { key: 'dueAt', head: t('acknowledgements.dueAt'), cell: ({ dueAt }) => <When at={dueAt} /> },
      {
        key: 'readiness',
        head: t('acknowledgements.readiness'),
        cell: ({ accepted, branches }) => (
          <>
            {format.share(accepted, branches)}
            <div className="hw-meta">{t('acknowledgements.acceptedOf', { accepted, branches })}</div>
          </>
        ),
        align: 'right',
      },
      { key: 'seen', head: t('acknowledgements.seen'), cell: ({ seen }) => format.count(seen), align: 'right' },
      { key: 'overdue', head: t('acknowledgements.overdue'), cell: ({ overdue }) => <Overdue n={overdue} />, align: 'right' },
      {
        key: 'look',
        head: t('acknowledgements.action'),
        actions: true,
        cell: (rule) => (
          <Button
            variant="text"
            size="small"
            aria-label={`${t('acknowledgements.look')} · ${rule.policyName} v${String(rule.versionNumber)} · ${rule.node.name}`}
            onClick={() => onLook(rule.id)}
          >
            {t('acknowledgements.look')}
          </Button>
        ),
      },
    ];
  }, [t, format, onLook]);
}

type UrlFilters = ReturnType<typeof useUrlFilters<'list' | 'kind'>>;

function ListFilters({ filters, list, kind }: { filters: UrlFilters; list: AcknowledgementList; kind: KindKey | null }) {
  const t = useTranslate();
  const localText = useLocalText();
  const kinds = useKinds().data ?? [];
  return (
    <Filters>
      <Choice
        id="acknowledgements-list"
        label={t('acknowledgements.list.label')}
        value={list}
        options={lists.map((each) => [each, t(`acknowledgements.list.${each}`)])}
        onChange={(next) => filters.set({ list: next === 'open' ? null : next })}
        width={200}
      />
      <OptionalChoice
        id="acknowledgements-kind"
        label={t('acknowledgements.kind')}
        value={kind}
        options={kinds.map(({ key, label }) => [key, localText(label)])}
        any={t('acknowledgements.allKinds')}
        onChange={(next) => filters.set({ kind: next })}
        width={200}
      />
    </Filters>
  );
}

/** Which branches have read the rules that hold or come, and what the viewer's own branches are to read (P17). */
export function AcknowledgementsPage() {
  const t = useTranslate();
  const scope = useScope();
  const filters = useUrlFilters('list', 'kind');
  const drawer = useDrawer('branches');
  const list = lists.find((each) => each === filters.values.list) ?? 'open';
  const kind = kindKeys.find((each) => each === filters.values.kind) ?? null;
  const filter = { list, kind, within: scope.nodeId };
  const rows = useCursorQuery(acknowledgementsDocument, { filter }, (answer) => answer.acknowledgements);
  const columns = useColumns(drawer.open);
  const none = t(`acknowledgements.none.${list}`);
  const empty = kind === null ? <EmptyState kind="allDone" text={none} /> : <EmptyState kind="noMatch" onClear={filters.clear} />;
  return (
    <>
      <PageHeader title={t('acknowledgements.title')} date={t(`acknowledgements.list.${list}`)} />
      <MyRules />
      <ListFilters filters={filters} list={list} kind={kind} />
      <CursorTable
        label={t('acknowledgements.title')}
        columns={columns}
        list={rows}
        rowKey={({ id }) => id}
        rowName={({ policyName, node }) => `${policyName} · ${node.name}`}
        empty={empty}
        failed={t('acknowledgements.failed')}
      />
      <BranchesDrawer drawer={drawer} rules={rows.rows} />
    </>
  );
}
