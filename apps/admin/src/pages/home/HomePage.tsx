import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { serverNow } from '../../shared/clock';
import { KeyFigure } from '../../shared/figures';
import { useCalendar, useFormat } from '../../shared/format';
import { PageHeader, Sheet, SheetGrid } from '../../shared/page';
import { ScopedLink, useScope } from '../../shared/scope';
import { Loaded } from '../../shared/states';
import { Coming } from './Coming';
import { homeDocument, type Home } from './documents';
import { NeedsYou } from './NeedsYou';

const Row = styled('p')({
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  gap: '0 12px',
  margin: '0 0 8px',
  '& > .hw-meta': { gridColumn: '1 / -1' },
});

const Heading = styled('h2')({ margin: '24px 0 12px', fontSize: 16, lineHeight: '24px', fontWeight: 600 });

function Going({ home }: { home: Home }) {
  const t = useTranslate();
  const format = useFormat();
  const { today } = useCalendar();
  const { days, cost, before } = home.costSameDays;
  const difference = cost - before;
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
          note={t('home.cost.sameDays', { days, amount: format.money(cost), before: format.money(before) })}
          {...(difference !== 0 && { change: { up: difference > 0, text: format.money(Math.abs(difference)) } })}
        />
        {home.budget && (
          <p>
            <ScopedLink to={`/money/budgets?drawer=${encodeURIComponent(`budget:${home.budget.id}`)}`}>
              {t('home.cost.budget', {
                amount: format.money(home.budget.amount, home.budget.currency),
                left: format.money(home.budget.remaining, home.budget.currency),
              })}
            </ScopedLink>
          </p>
        )}
      </Sheet>
    </>
  );
}

/** Where most of it went; each opens the report of that store. */
function Dearest({ home }: { home: Home }) {
  const t = useTranslate();
  const format = useFormat();
  const { month } = home.storesIn;
  return (
    <Sheet title={t('home.dearest.title', { month: format.month(month) })}>
      {home.topStores.length === 0 && <p className="hw-hint">{t('home.dearest.none')}</p>}
      {home.topStores.map(({ amount, cases, keys: [store] }) => (
        <Row key={store?.value}>
          <ScopedLink
            to={`/money/costs?by=store,bearer&months=${month}&drawer=${encodeURIComponent(`lines:store=${store?.value ?? ''}`)}`}
          >
            {store?.label}
          </ScopedLink>
          <span className="hw-num">{format.money(amount)}</span>
          {cases !== null && <span className="hw-meta">{t('home.dearest.cases', { n: cases })}</span>}
        </Row>
      ))}
    </Sheet>
  );
}

/** HQ and regions land here: what needs you, what comes, how it goes. Each figure opens the list of that count. */
export function HomePage() {
  const t = useTranslate();
  const format = useFormat();
  const { nodeId, isHome } = useScope();
  const query = useApiQuery(homeDocument, { within: isHome ? null : nodeId }, { refetchInterval: 60_000 });
  const today = format.textDate(new Date(serverNow()).toISOString());
  return (
    <>
      <PageHeader title={t('home.title')} date={today} />
      <Loaded query={query} failed={t('home.failed')}>
        {({ home, changeSets, policyReviews }) => (
          <>
            <SheetGrid>
              <NeedsYou home={home} changes={changeSets.items} acts={policyReviews.total} />
              <Coming home={home} />
            </SheetGrid>
            <Heading>{t('home.going.title')}</Heading>
            <SheetGrid>
              <Going home={home} />
              <Dearest home={home} />
            </SheetGrid>
          </>
        )}
      </Loaded>
    </>
  );
}
