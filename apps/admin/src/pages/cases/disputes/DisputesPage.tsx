import useMediaQuery from '@mui/material/useMediaQuery';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useCursorQuery } from '../../../providers/hooks';
import { ZoneOf } from '../../../shared/node';
import { PageHeader } from '../../../shared/page';
import { useGo, useScope } from '../../../shared/scope';
import { EmptyState } from '../../../shared/states';
import { CursorTable } from '../../../shared/table';
import { useIsPhone } from '../../../shared/useIsPhone';
import { CaseActionDialog } from '../CaseActionDialog';
import { letterOf } from '../CaseActions';
import { queueDocument, type CaseAction, type CaseRow } from '../documents';
import { useRowFocus } from '../../../shared/keyboard';
import { useCaseHints } from '../useArrivals';
import { DisputeView } from './DisputeView';
import { useDisputeColumns } from './useDisputeColumns';

const Columns = styled('div')({
  display: 'grid',
  gap: 16,
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '&[data-beside="true"]': { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)' },
});

interface Asked {
  readonly item: CaseRow;
  readonly action: CaseAction;
}

/** Disputed cases of the scope, the next deadline first; the row that was decided gives its place to the next one. */
function useDisputes() {
  const { nodeId, isHome } = useScope();
  const within = isHome ? null : nodeId;
  const [currentId, setCurrentId] = useState<string | null>(null);
  const filter = { within, view: 'dispute' };
  const list = useCursorQuery(queueDocument, { filter, sort: 'deadline' as const }, (answer) => answer.cases, {
    refetchInterval: 60_000,
  });
  useCaseHints(within);
  const current = list.rows.find(({ id }) => id === currentId) ?? list.rows[0];
  const advance = (done: CaseRow) => {
    const index = list.rows.findIndex(({ id }) => id === done.id);
    setCurrentId((list.rows[index + 1] ?? list.rows[index - 1])?.id ?? null);
  };
  return { list, current, advance, choose: setCurrentId };
}

/** Where HQ decides (A11): a case at a time with all that was said and shown, and the verdict that says what follows from it. */
export function DisputesPage() {
  const t = useTranslate();
  const go = useGo();
  const wide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const phone = useIsPhone();
  const { list, current, advance, choose } = useDisputes();
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useDisputeColumns();
  const inList = useRowFocus(phone ? null : (current?.id ?? null), asked !== null);
  const letters = useMemo(() => {
    const run = (item: CaseRow) => {
      const action = item.allowedActions.find(({ verb }) => letterOf[verb] === 'v');
      if (action) setAsked({ item, action });
    };
    return [{ key: 'v', label: t('cases.key.v'), run }];
  }, [t]);
  return (
    <>
      <PageHeader title={t('cases.disputes.title')} />
      <Columns data-beside={wide && current !== undefined}>
        <div ref={inList}>
          <CursorTable
            label={t('cases.disputes.title')}
            columns={columns}
            list={list}
            rowKey={({ id }) => id}
            rowName={({ code }) => code}
            failed={t('cases.queue.failed')}
            empty={<EmptyState kind="allDone" text={t('cases.disputes.done')} />}
            onOpen={({ id }) => go(`/cases/${id}`)}
            onMove={({ id }) => choose(id)}
            letters={letters}
            {...(current && wide && { currentKey: current.id })}
          />
        </div>
        {wide && current && (
          <aside aria-label={t('cases.disputes.preview')}>
            <ZoneOf nodeId={current.node.id}>
              <DisputeView key={current.id} id={current.id} onChoose={(item, action) => setAsked({ item, action })} />
            </ZoneOf>
          </aside>
        )}
      </Columns>
      {asked && (
        <ZoneOf nodeId={asked.item.node.id}>
          <CaseActionDialog {...asked} onClose={() => setAsked(null)} onDone={() => advance(asked.item)} />
        </ZoneOf>
      )}
    </>
  );
}
