import Alarm from '@mui/icons-material/AlarmOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { Chip, ExemptionChip } from '../../shared/chips';
import { Choice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { TurnDrawer, turnOf, useTurnDrawer } from '../../shared/impact';
import { PageHeader } from '../../shared/page';
import { fieldIn, useKinds } from '../../shared/rules';
import { ScopedLink, useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { useLocalText } from '../../shared/useLocalText';
import { exemptionsDocument, type Exemption, type ExemptionList } from './documents';
import { RevokeDialog } from './RevokeDialog';

const lists = ['open', 'ending', 'ended'] as const satisfies readonly ExemptionList[];

/** The names of the fields, in the words of their kind. */
function useFieldNames(): (exemption: Exemption) => string {
  const t = useTranslate();
  const localText = useLocalText();
  const kinds = useKinds().data;
  return useMemo(
    () => (exemption) =>
      exemption.fields
        .map((key) => {
          const field = fieldIn(kinds ?? [], key, exemption.kind);
          return field ? localText(field.label) : key;
        })
        .join(t('shared.list')),
    [t, localText, kinds],
  );
}

/** From when to when, and how long it has left once it is about to end (P12). */
function Interval({ exemption: { from, to, daysLeft } }: { exemption: Exemption }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <>
      {format.interval(from, to)}
      {daysLeft !== null && (
        <div>
          <Chip tone="act" icon={Alarm} label={t('exemptions.daysLeft', { n: daysLeft })} />
        </div>
      )}
    </>
  );
}

const Reason = ({ exemption: { reason, authorName } }: { exemption: Exemption }) => (
  <>
    {reason}
    <div className="hw-meta">{authorName}</div>
  </>
);

function useColumns(onImpact: (turn: string) => void, onRevoke: (exemption: Exemption) => void): readonly Column<Exemption>[] {
  const t = useTranslate();
  const names = useFieldNames();
  return useMemo(
    () => [
      {
        key: 'unit',
        head: t('exemptions.unit'),
        cell: ({ node, kind }) => <ScopedLink to={`/effective/${node.id}?kind=${kind}`}>{node.name}</ScopedLink>,
        card: 'title',
        width: 160,
      },
      { key: 'state', head: t('exemptions.state'), cell: ({ state }) => <ExemptionChip state={state} />, card: 'aside' },
      { key: 'fields', head: t('exemptions.fields'), cell: names, width: 140 },
      { key: 'ancestor', head: t('exemptions.ancestor'), cell: ({ ancestor }) => ancestor.name },
      { key: 'interval', head: t('exemptions.interval'), cell: (each) => <Interval exemption={each} />, width: 180 },
      { key: 'reason', head: t('exemptions.reason'), cell: (each) => <Reason exemption={each} />, width: 160 },
      {
        key: 'revoke',
        head: t('exemptions.action'),
        actions: true,
        cell: (each) => (
          <>
            {each.state !== 'ended' && (
              <Button
                variant="text"
                size="small"
                aria-label={`${t('exemptions.whenItEnds')} · ${each.node.name}`}
                onClick={() => onImpact(turnOf(each.id, 'ends'))}
              >
                {t('exemptions.whenItEnds')}
              </Button>
            )}
            {each.allowedActions.includes('exemption.revoke') && (
              <Button
                variant="text"
                size="small"
                aria-label={`${t('exemptions.revoke.verb')} · ${each.node.name}`}
                onClick={() => onRevoke(each)}
              >
                {t('exemptions.revoke.verb')}
              </Button>
            )}
          </>
        ),
      },
    ],
    [t, names, onImpact, onRevoke],
  );
}

/** Where a lock or bounds from above do not hold, until when, and why (P12). */
export function ExemptionsPage() {
  const t = useTranslate();
  const scope = useScope();
  const filters = useUrlFilters('list');
  const [revoking, setRevoking] = useState<Exemption | null>(null);
  const list = lists.find((each) => each === filters.values.list) ?? 'open';
  const rows = useCursorQuery(exemptionsDocument, { filter: { list, within: scope.nodeId } }, (answer) => answer.exemptions);
  const turn = useTurnDrawer();
  const columns = useColumns(turn.open, setRevoking);
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState kind="nothing" text={t('exemptions.none')} hint={t('exemptions.noneHint')} />
  );
  return (
    <>
      <PageHeader title={t('exemptions.title')} date={t(`exemptions.list.${list}`)} />
      <Choice
        id="exemptions-list"
        label={t('exemptions.list.label')}
        value={list}
        options={lists.map((each) => [each, t(`exemptions.list.${each}`)])}
        onChange={(next) => filters.set({ list: next === 'open' ? null : next })}
        sx={{ width: 200, marginBottom: 2 }}
      />
      <CursorTable
        label={t('exemptions.title')}
        columns={columns}
        list={rows}
        rowKey={({ id }) => id}
        rowName={({ node }) => node.name}
        empty={empty}
        failed={t('exemptions.failed')}
      />
      <TurnDrawer drawer={turn} />
      {revoking && <RevokeDialog exemption={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}
