import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { useViewer } from '../../providers/session';
import { serverNow } from '../../shared/clock';
import { KeyFigure } from '../../shared/figures';
import { useCalendar, useFormat } from '../../shared/format';
import { PageHeader, Sheet, SheetGrid } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { homeDocument, type Home } from './documents';

/** What waits for somebody; a count that is not there is not shown. */
function NeedsYou({ home }: { home: Home }) {
  const t = useTranslate();
  const rows = [
    { key: 'overdue', count: home.overdueCases, to: '/queue?view=overdue' },
    { key: 'disputes', count: home.disputes, to: '/queue?view=dispute' },
    { key: 'exemptions', count: home.exemptionsEnding, to: '/exemptions?list=ending' },
  ].filter((row) => row.count > 0);
  return (
    <Sheet title={t('home.needs.title')}>
      {rows.length === 0 && <EmptyState kind="allDone" text={t('home.needs.none')} />}
      {rows.map((row) => (
        <p key={row.key}>
          <ScopedLink to={row.to}>{t(`home.needs.${row.key}`, { n: row.count })}</ScopedLink>
        </p>
      ))}
    </Sheet>
  );
}

function Coming({ home }: { home: Home }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <Sheet title={t('home.coming.title')}>
      {home.upcoming.length === 0 && <p className="hw-hint">{t('home.coming.none')}</p>}
      {home.upcoming.map((item) => (
        <p key={item.id}>
          <span className="hw-meta">{format.textTime(item.from)}</span>
          <br />
          <ScopedLink to={`/effective/${item.node.id}?kind=${item.kind}&at=${encodeURIComponent(item.from)}`}>
            {item.policyName === null
              ? t('home.coming.own', { unit: item.node.name })
              : t('home.coming.assigned', { unit: item.node.name, policy: item.policyName, number: item.versionNumber ?? 0 })}
          </ScopedLink>{' '}
          <span className="hw-meta">{item.authorName}</span>
        </p>
      ))}
    </Sheet>
  );
}

function Going({ home }: { home: Home }) {
  const t = useTranslate();
  const format = useFormat();
  const { today } = useCalendar();
  const difference = home.costThisMonth - home.costSameDaysBefore;
  return (
    <>
      <Sheet title={t('home.coverage.title')}>
        <KeyFigure
          label={t('home.coverage.label')}
          value={`${format.count(home.branchesOn)} / ${format.count(home.branches)}`}
          to="/coverage"
          note={t('home.coverage.note', {
            share: format.share(home.branchesOn, Math.max(1, home.branches)),
            suspended: home.branchesSuspended,
          })}
        />
      </Sheet>
      <Sheet title={t('home.drift.title')}>
        <KeyFigure label={t('home.drift.label')} value={format.count(home.drifts)} to="/drift" />
      </Sheet>
      <Sheet title={t('home.cases.title')}>
        <KeyFigure label={t('home.cases.label')} value={format.count(home.openCases)} to="/queue?view=open" />
      </Sheet>
      <Sheet title={t('home.cost.title')}>
        <KeyFigure
          label={t('home.cost.label')}
          value={format.money(home.costThisMonth)}
          to={`/money/costs?months=${today().slice(0, 7)}`}
          note={t('home.cost.sameDays', { amount: format.money(home.costSameDaysBefore) })}
          {...(difference !== 0 && { change: { up: difference > 0, text: format.money(Math.abs(difference)) } })}
        />
      </Sheet>
    </>
  );
}

/** HQ and regions land here: what needs you, what comes, how it goes. Each figure opens the list of that count. */
export function HomePage() {
  const t = useTranslate();
  const format = useFormat();
  const viewer = useViewer();
  const query = useApiQuery(homeDocument, {}, { refetchInterval: 60_000 });
  const today = format.textDate(new Date(serverNow()).toISOString());
  return (
    <>
      <PageHeader title={t('home.title')} scoped={false} meta={viewer.home.name} date={today} />
      <Loaded query={query} failed={t('home.failed')}>
        {({ home }) => (
          <SheetGrid>
            <NeedsYou home={home} />
            <Coming home={home} />
            <Going home={home} />
          </SheetGrid>
        )}
      </Loaded>
    </>
  );
}
