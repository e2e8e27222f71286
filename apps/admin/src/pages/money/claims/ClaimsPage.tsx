import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useCursorQuery } from '../../../providers/hooks';
import { ClaimChip } from '../../../shared/chips';
import { Choice, OptionalChoice } from '../../../shared/fields';
import { useFormat } from '../../../shared/format';
import { FilterRow, PageHeader } from '../../../shared/page';
import { ScopedLink, useScope } from '../../../shared/scope';
import { EmptyState } from '../../../shared/states';
import { CursorTable, type Column } from '../../../shared/table';
import { useUrlFilters } from '../../../shared/url';
import { claimsDocument, type Claim, type ClaimParty, type ClaimStatus } from './documents';
import { usePartyName } from './usePartyName';
import { RecoverDialog, RefuseDialog, WithdrawDialog } from './SettleDialogs';

const statuses = ['open', 'recovered', 'refused', 'withdrawn'] as const satisfies readonly ClaimStatus[];
const lists = [...statuses, 'all'] as const;
const parties = ['insurer', 'carrier', 'supplier'] as const satisfies readonly ClaimParty[];

interface Settling {
  readonly claim: Claim;
  readonly how: 'recover' | 'refuse' | 'withdraw';
}

function Actions({ claim, onSettle }: { claim: Claim; onSettle: (settling: Settling) => void }) {
  const t = useTranslate();
  const settles = claim.canSettle ? (['recover', 'refuse'] as const) : [];
  return [...settles, ...(claim.canWithdraw ? (['withdraw'] as const) : [])].map((how) => (
    <Button
      key={how}
      variant="text"
      size="small"
      aria-label={`${t(`money.claims.${how}.verb`)} · ${claim.caseCode ?? claim.id}`}
      onClick={() => onSettle({ claim, how })}
    >
      {t(`money.claims.${how}.verb`)}
    </Button>
  ));
}

function useColumns(onSettle: (settling: Settling) => void): readonly Column<Claim>[] {
  const t = useTranslate();
  const format = useFormat();
  const partyOf = usePartyName();
  return useMemo(
    () => [
      {
        key: 'case',
        head: t('money.lines.case'),
        cell: ({ caseId, caseCode }) => <ScopedLink to={`/cases/${caseId}`}>{caseCode ?? '–'}</ScopedLink>,
        card: 'title',
      },
      { key: 'status', head: t('money.claims.status'), cell: ({ status }) => <ClaimChip state={status} />, card: 'aside' },
      { key: 'store', head: t('money.dimension.store'), cell: ({ node }) => node.name },
      { key: 'party', head: t('money.claims.of'), cell: partyOf },
      { key: 'amount', head: t('money.claims.amount'), cell: ({ amount }) => format.amount(amount), align: 'right' },
      { key: 'recovered', head: t('money.claims.recovered'), cell: ({ recovered }) => format.amount(recovered), align: 'right' },
      { key: 'left', head: t('money.claims.left'), cell: ({ left }) => format.amount(left), align: 'right' },
      { key: 'opened', head: t('money.claims.opened'), cell: ({ openedAt }) => format.tableTime(openedAt) },
      {
        key: 'actions',
        head: t('money.claims.actions'),
        actions: true,
        cell: (claim) => <Actions claim={claim} onSettle={onSettle} />,
      },
    ],
    [t, format, partyOf, onSettle],
  );
}

/** M1: what is claimed of insurers, carriers and suppliers; what comes in is recorded here, and what is refused. */
export function ClaimsPage() {
  const t = useTranslate();
  const scope = useScope();
  const filters = useUrlFilters('status', 'party');
  const [settling, setSettling] = useState<Settling | null>(null);
  const list = lists.find((each) => each === filters.values.status) ?? 'open';
  const status = statuses.find((each) => each === list) ?? null;
  const party = parties.find((each) => each === filters.values.party) ?? null;
  const rows = useCursorQuery(claimsDocument, { within: scope.nodeId, status, party }, (answer) => answer.claims);
  const columns = useColumns(setSettling);
  const close = () => setSettling(null);
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState kind="nothing" text={t('money.claims.none')} hint={t('money.claims.noneHint')} />
  );
  return (
    <>
      <PageHeader title={t('money.claims.title')} date={t(`money.claims.list.${list}`)} />
      <FilterRow>
        <Choice
          id="claims-status"
          label={t('money.claims.status')}
          value={list}
          options={lists.map((each) => [each, t(`money.claims.list.${each}`)])}
          onChange={(next) => filters.set({ status: next === 'open' ? null : next })}
        />
        <OptionalChoice
          id="claims-party"
          label={t('money.claims.of')}
          value={party}
          options={parties.map((each) => [each, t(`money.claims.party.${each}`)])}
          any={t('money.claims.party.all')}
          onChange={(next) => filters.set({ party: next })}
        />
      </FilterRow>
      <CursorTable
        label={t('money.claims.title')}
        columns={columns}
        list={rows}
        rowKey={({ id }) => id}
        rowName={({ caseCode, id }) => caseCode ?? id}
        empty={empty}
        failed={t('money.claims.failed')}
      />
      {settling?.how === 'recover' && <RecoverDialog claim={settling.claim} onClose={close} />}
      {settling?.how === 'refuse' && <RefuseDialog claim={settling.claim} onClose={close} />}
      {settling?.how === 'withdraw' && <WithdrawDialog claim={settling.claim} onClose={close} />}
    </>
  );
}
