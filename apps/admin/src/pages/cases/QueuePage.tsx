import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useFormat } from '../../shared/format';
import { ZoneOf } from '../../shared/node';
import { PageHeader } from '../../shared/page';
import { useGo } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable } from '../../shared/table';
import { useIsPhone } from '../../shared/useIsPhone';
import { CaseActionDialog } from './CaseActionDialog';
import { letterOf } from './CaseActions';
import type { CaseRow } from './documents';
import { useQueueColumns, type Asked } from './queueColumns';
import { QueuePreview } from './QueuePreview';
import { QueueViews, type View } from './QueueViews';
import { sorts, useNextDue, useQueue } from './useQueue';
import { useRowFocus } from './keyboardFocus';

const Columns = styled('div')({
  display: 'grid',
  gap: 16,
  alignItems: 'start',
  gridTemplateColumns: '152px minmax(0, 1fr)',
  '&[data-preview="true"]': { gridTemplateColumns: '152px minmax(0, 1fr) 304px' },
  '@media (max-width: 899.95px)': { gridTemplateColumns: 'minmax(0, 1fr) !important' },
  '& > aside': { position: 'sticky', top: 72 },
});

const Filters = styled('div')({
  display: 'grid',
  gap: 12,
  gridTemplateColumns: 'minmax(0, 1fr) 168px',
  marginBottom: 12,
  '@media (max-width: 599.95px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

type Queue = ReturnType<typeof useQueue>;

function QueueFilters({ filters, sort }: Queue) {
  const t = useTranslate();
  return (
    <Filters>
      <TextField
        label={t('cases.queue.search')}
        value={filters.values.search}
        onChange={(event) => filters.set({ search: event.target.value })}
      />
      <TextField
        select
        id="queue-sort"
        label={t('cases.queue.sort')}
        value={sort}
        onChange={(event) => filters.set({ sort: event.target.value })}
      >
        {sorts.map((key) => (
          <MenuItem key={key} value={key}>
            {t(`cases.sort.${key}`)}
          </MenuItem>
        ))}
      </TextField>
    </Filters>
  );
}

/** Nothing found, or all done and when the next one falls due. */
function NoRows({ queue: { filters, search, view, list } }: { queue: Queue }) {
  const t = useTranslate();
  const format = useFormat();
  const isOurs = view !== 'ended' && view !== 'all' && view !== 'buyersTurn';
  const due = useNextDue(isOurs && !list.isPending && list.rows.length === 0);
  if (search !== '') return <EmptyState kind="noMatch" onClear={() => filters.set({ search: null })} />;
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
  const { filters, view, list, counts } = queue;
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const current = list.rows.find((item) => item.id === currentId) ?? list.rows[0];
  const columns = useQueueColumns(view, wide ? null : setAsked);
  const letters = useLetters(setAsked);
  const inList = useRowFocus(phone ? null : (current?.id ?? null), asked !== null);
  /** The next row takes the place of the one that was decided. */
  const advance = (done: CaseRow) => {
    const index = list.rows.findIndex((item) => item.id === done.id);
    setCurrentId((list.rows[index + 1] ?? list.rows[index - 1])?.id ?? null);
  };
  const choose = (next: View) => filters.set({ view: next === 'toDo' ? null : next, search: null });
  return (
    <>
      <PageHeader title={t('cases.queue.title')} date={t(`cases.view.${view}`)} />
      <Columns data-preview={wide && current !== undefined}>
        <QueueViews view={view} counts={counts} onChoose={choose} />
        <div ref={inList}>
          <QueueFilters {...queue} />
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
