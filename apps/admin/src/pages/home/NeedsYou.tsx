import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format';
import { Sheet } from '../../shared/page';
import { ScopedLink, useScopedPath } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { Change } from './Change';
import type { Home, WaitingChange } from './documents';

interface Item {
  readonly key: string;
  readonly text: string;
  readonly to: string;
  readonly by?: string;
}

/** What is counted and opens a list; a count of none is not shown. */
function useCounted(): (home: Home, moreChanges: number, acts: number) => readonly Item[] {
  const t = useTranslate();
  return (home, moreChanges, acts) =>
    [
      { key: 'changes', count: moreChanges, to: '/changes?status=mine' },
      { key: 'acts', count: acts, to: '/changes?status=mine' },
      { key: 'rollouts', count: home.rolloutsPaused, to: '/rollouts?list=paused' },
      { key: 'budgets', count: home.budgetsUndecided, to: '/money/budgets?state=undecided' },
      { key: 'jobs', count: home.jobsOpen, to: '/jobs?list=open' },
      { key: 'overdue', count: home.overdueCases, to: '/queue?view=overdue' },
      { key: 'disputesLate', count: home.disputesLate, to: '/queue?view=disputeLate' },
      { key: 'disputes', count: home.disputes, to: '/queue?view=dispute' },
      { key: 'acknowledgements', count: home.acknowledgementsOverdue, to: '/acknowledgements?list=overdue' },
      { key: 'adjusted', count: home.valuesAdjusted, to: '/drift?list=adjusted' },
      { key: 'exemptions', count: home.exemptionsEnding, to: '/exemptions?list=ending' },
    ].flatMap(({ key, count, to }) => (count > 0 ? [{ key, to, text: t(`home.needs.${key}`, { n: count }) }] : []));
}

function useReview(): (review: Home['reviewsDue'][number]) => Item {
  const t = useTranslate();
  const format = useFormat();
  return ({ node, date, hasCome, kind, source }) => {
    const what = { unit: node.name, policy: source.policyName ?? 'none', number: source.versionNumber ?? 0 };
    const text = t(hasCome ? 'home.needs.reviewCame' : 'home.needs.reviewComes', { ...what, date: format.day(date) });
    return { key: `${node.id} ${kind}`, text, to: `/effective/${node.id}?kind=${kind}&drawer=why:reviewDate` };
  };
}

function useWaiting(): (change: WaitingChange) => Item {
  const t = useTranslate();
  return ({ id, number, title, status, authorName }) => {
    const text = t(`home.needs.${status === 'stale' ? 'stale' : 'approve'}`, { number, title });
    return { key: id, text, to: `/changes/${id}`, by: authorName };
  };
}

/** As much of what a branch says as a line holds. */
const SAID = 30;

function useAppealed(): (appeal: Home['appeals'][number]) => Item {
  const t = useTranslate();
  return ({ id, caseId, reason, openedByName }) => {
    const said = reason.length > SAID ? `${reason.slice(0, SAID)}…` : reason;
    return { key: id, text: t('home.needs.appeal', { reason: said }), to: `/cases/${caseId}`, by: openedByName };
  };
}

/** The first is the one filled button of the page. */
function Need({ item: { to, text, by }, isFirst }: { item: Item; isFirst: boolean }) {
  const scoped = useScopedPath();
  return (
    <p>
      {isFirst ? (
        <Button variant="contained" component={Link} to={scoped(to)}>
          {text}
        </Button>
      ) : (
        <ScopedLink to={to}>{text}</ScopedLink>
      )}{' '}
      {by !== undefined && <span className="hw-meta">{by}</span>}
    </p>
  );
}

interface NeedsYouProps {
  readonly home: Home;
  readonly changes: readonly WaitingChange[];
  /** Suspensions and rollbacks of others that wait for a look by the viewer. */
  readonly acts: number;
}

/** What waits for somebody; where nothing does, the next change. */
export function NeedsYou({ home, changes, acts }: NeedsYouProps) {
  const t = useTranslate();
  const [waiting, appealed, counted, review] = [useWaiting(), useAppealed(), useCounted(), useReview()];
  const items = [
    ...changes.map(waiting),
    ...home.appeals.map(appealed),
    ...counted(home, home.changesWaiting - changes.length, acts),
    ...home.reviewsDue.map(review),
  ];
  const isDone = items.length === 0;
  return (
    <Sheet title={t('home.needs.title')}>
      {isDone && <EmptyState kind="allDone" text={t('home.needs.none')} />}
      {isDone && home.nextChange && (
        <>
          <p className="hw-hint">{t('home.needs.next')}</p>
          <Change entry={home.nextChange} />
        </>
      )}
      {items.map((item, at) => (
        <Need key={item.key} item={item} isFirst={at === 0} />
      ))}
    </Sheet>
  );
}
