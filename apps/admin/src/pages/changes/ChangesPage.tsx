import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { ChangeChip } from '../../shared/chips';
import { OptionalChoice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { useGo, useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { ApprovalDialog } from './ApprovalDialog';
import { changeSetsDocument, type ChangeSetRow, type ChangeSetStatus } from './documents';
import { Reviews } from './Reviews';

const statuses = ['draft', 'inReview', 'scheduled', 'live', 'stale', 'cancelled'] as const satisfies readonly ChangeSetStatus[];

function useColumns(): readonly Column<ChangeSetRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'what',
        head: t('changes.what'),
        cell: ({ number, title }) => `#${String(number)} ${title}`,
        card: 'title',
        width: 280,
      },
      { key: 'status', head: t('changes.status'), cell: ({ status }) => <ChangeChip state={status} />, card: 'aside' },
      { key: 'unit', head: t('changes.unit'), cell: ({ node }) => node.name },
      { key: 'author', head: t('changes.author'), cell: ({ authorName }) => authorName },
      {
        key: 'effective',
        head: t('changes.effective'),
        cell: ({ effectiveAt, appliedAt }) => {
          const at = effectiveAt ?? appliedAt;
          return at === null ? t('changes.atOnce') : format.tableTime(at);
        },
      },
      { key: 'updated', head: t('changes.updated'), cell: ({ updatedAt }) => format.tableTime(updatedAt) },
    ],
    [t, format],
  );
}

const filterOf = (chosen: string, within: string | null) => {
  const status = statuses.find((each) => each === chosen) ?? null;
  return { within, status, mine: chosen === 'mine' };
};

/** Changes that are approved and take effect together, the newest first (P10). */
export function ChangesPage() {
  const t = useTranslate();
  const go = useGo();
  const may = useMay();
  const { nodeId: within } = useScope();
  const filters = useUrlFilters('status');
  const [setting, setSetting] = useState(false);
  const chosen = filters.values.status;
  const list = useCursorQuery(changeSetsDocument, { filter: filterOf(chosen, within) }, (answer) => answer.changeSets);
  const columns = useColumns();
  const settings = may('approval.read') && (
    <Button variant="outlined" onClick={() => setSetting(true)}>
      {t('changes.approval.open')}
    </Button>
  );
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState kind="nothing" text={t('changes.none')} hint={t('changes.noneHint')} />
  );
  return (
    <>
      <PageHeader title={t('changes.title')} others={settings} />
      <Reviews mine={chosen === 'mine'} />
      <OptionalChoice
        id="changes-status"
        label={t('changes.filter.label')}
        value={chosen === '' ? null : chosen}
        options={[['mine', t('changes.filter.mine')], ...statuses.map((each) => [each, t(`chip.change.${each}`)] as const)]}
        any={t('changes.filter.all')}
        onChange={(status) => filters.set({ status })}
        sx={{ width: 200, marginY: 2 }}
      />
      <CursorTable
        label={t('changes.title')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        rowName={({ number, title }) => `#${String(number)} ${title}`}
        empty={empty}
        failed={t('changes.failed')}
        onOpen={({ id }) => go(`/changes/${id}`)}
      />
      {setting && <ApprovalDialog onClose={() => setSetting(false)} />}
    </>
  );
}
