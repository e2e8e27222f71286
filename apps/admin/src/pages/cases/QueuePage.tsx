import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { AcknowledgeBand } from '../../shared/acknowledge';
import { useFormat } from '../../shared/format';
import { ZoneOf } from '../../shared/node';
import { Band, PageHeader } from '../../shared/page';
import { useGo } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable } from '../../shared/table';
import { useIsPhone } from '../../shared/useIsPhone';
import { BulkBar, BulkDialog, useBulk } from './bulk';
import { CaseActionDialog } from './CaseActionDialog';
import { letterOf } from './CaseActions';
import type { CaseRow } from './documents';
import { useExtendAll } from './useExtendAll';
import { useQueueColumns, type Asked } from './queueColumns';
import { QueueFilters } from './QueueFilters';
import { QueuePreview } from './QueuePreview';
import { isNarrowed } from './queueFilter';
import { QueueViews, type View } from './QueueViews';
import { SavedViews } from './SavedViews';
import { useNextDue, useQueue } from './useQueue';
import type { SavedView } from './viewDocuments';
import { useRowFocus } from '../../shared/keyboard';

const Columns = styled('div')({
  display: 'grid',
  gap: 16,
  alignItems: 'start',
  gridTemplateColumns: '152px minmax(0, 1fr)',
  '&[data-preview="true"]': { gridTemplateColumns: '152px minmax(0, 1fr) 304px' },
  '@media (max-width: 899.95px)': { gridTemplateColumns: 'minmax(0, 1fr) !important' },
  '& > [data-part="views"]': { display: 'grid', gap: 8 },
  '& > aside': { position: 'sticky', top: 72 },
});

type Queue = ReturnType<typeof useQueue>;

/** What came while the page was open: it pushes nothing away, and is there for the asking. */
function Arrived({ waiting, show }: Queue) {
  const t = useTranslate();
  return (
    <div role="status">
      {waiting > 0 && (
        <Band
          tone="act"
          action={
            <Button variant="outlined" size="small" onClick={() => void show()}>
              {t('cases.queue.show')}
            </Button>
          }
        >
          {t('cases.queue.arrived', { n: waiting })}
        </Band>
      )}
    </div>
  );
}

/** Nothing found, or all done and when the next one falls due. */
function NoRows({ queue: { filters, search, view, list, narrowing } }: { queue: Queue }) {
  const t = useTranslate();
  const format = useFormat();
  const isOurs = view !== 'ended' && view !== 'all' && view !== 'buyersTurn';
  const due = useNextDue(isOurs && !list.isPending && list.rows.length === 0);
  const clear = () => filters.set({ search: null, type: null, reason: null, due: null });
  if (search !== '' || isNarrowed(narrowing)) return <EmptyState kind="noMatch" onClear={clear} />;
  const next = isOurs && due !== null ? { next: t('cases.empty.next', { at: format.nearTime(due) }) } : {};
  return <EmptyState kind="allDone" text={t(`cases.empty.${view}`, { _: t('cases.empty.other') })} {...next} />;
}

function useLetters(ask: (asked: Asked) => void) {
  const t = useTranslate();
  return useMemo(() => {
    const press = (letter: string) => (item: CaseRow) => {
      const action = item.allowedActions.find((it) => letterOf[it.verb] === letter);
      if (action) ask({ item, action });
    };
    return (['a', 'r', 'i'] as const).map((key) => ({ key, label: t(`cases.key.${key}`), run: press(key) }));
  }, [t, ask]);
}

/** What a store works through all day (A17): the next deadline first, decided with two keys. */
export function QueuePage() {
  const t = useTranslate();
  const go = useGo();
  const wide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const phone = useIsPhone();
  const queue = useQueue();
  const { filters, filter, view, sort, list, counts, narrowing, within } = queue;
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const bulk = useBulk({ rows: list.rows, hasMore: list.hasMore, filter }, setAsked);
  const current = list.rows.find((item) => item.id === currentId) ?? list.rows[0];
  const columns = useQueueColumns(view, wide ? null : setAsked);
  const letters = useLetters(setAsked);
  const extendAll = useExtendAll();
  const inList = useRowFocus(phone ? null : (current?.id ?? null), asked !== null || bulk.verb !== null);
  /** The next row takes the place of the one that was decided. */
  const advance = (done: CaseRow) => {
    const index = list.rows.findIndex((item) => item.id === done.id);
    setCurrentId((list.rows[index + 1] ?? list.rows[index - 1])?.id ?? null);
  };
  const choose = (next: View) =>
    filters.set({ view: next === 'toDo' ? null : next, search: null, type: null, reason: null, due: null });
  const open = ({ view: base, sort: by, type, reasonClass, dueWithin }: SavedView) =>
    filters.set({
      view: base,
      sort: by,
      type,
      reason: reasonClass,
      due: dueWithin === null ? null : String(dueWithin),
      search: null,
    });
  return (
    <>
      <PageHeader title={t('cases.queue.title')} date={t(`cases.view.${view}`)} others={extendAll.button} />
      <AcknowledgeBand />
      {extendAll.below}
      <Columns data-preview={wide && current !== undefined}>
        <div data-part="views">
          <QueueViews view={view} counts={counts} onChoose={choose} />
          <SavedViews shown={{ view, sort, ...narrowing }} within={within} onChoose={open} />
        </div>
        <div ref={inList} onKeyDown={bulk.onKeyDown}>
          <QueueFilters filters={filters} sort={sort} />
          <Arrived {...queue} />
          <BulkBar {...bulk.bar} />
          <CursorTable
            label={t('cases.queue.title')}
            columns={columns}
            list={list}
            rowKey={(item) => item.id}
            rowName={(item) => item.code}
            failed={t('cases.queue.failed')}
            empty={<NoRows queue={queue} />}
            onOpen={(item) => go(`/cases/${item.id}`)}
            onMove={(item) => setCurrentId(item.id)}
            letters={letters}
            selection={bulk.selection}
            {...(current && wide && { currentKey: current.id })}
          />
        </div>
        {wide && current && (
          <aside aria-label={t('cases.queue.preview')}>
            <ZoneOf nodeId={current.node.id}>
              <QueuePreview item={current} onChoose={(action) => setAsked({ item: current, action })} />
            </ZoneOf>
          </aside>
        )}
      </Columns>
      {bulk.verb && <BulkDialog verb={bulk.verb} choice={bulk.choice} onClose={bulk.close} />}
      {asked && (
        <ZoneOf nodeId={asked.item.node.id}>
          <CaseActionDialog
            item={asked.item}
            action={asked.action}
            onClose={() => setAsked(null)}
            onDone={() => advance(asked.item)}
          />
        </ZoneOf>
      )}
    </>
  );
}
