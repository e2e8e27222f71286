import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { useViewer } from '../../providers/session';
import { Deadline, KeyFigure } from '../../shared/figures';
import { serverNow } from '../../shared/clock';
import { useFormat, type Formats } from '../../shared/format';
import { PageHeader, Sheet, SheetGrid } from '../../shared/page';
import { ScopedLink, useGo } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { v } from '../../theme/vars';
import { AmountBars } from './AmountBars';
import { BudgetBar } from './budgets/BudgetBar';
import { stateOf } from './budgets/stateOf';
import { moneyHomeDocument, type MoneyHome } from './documents';
import { Unusual } from './Unusual';

/** What free returns have used of the budget of the viewer's own unit. */
function AgainstBudget({ budget }: { budget: NonNullable<MoneyHome['budget']> }) {
  const t = useTranslate();
  const format = useFormat();
  const words = { amount: format.money(budget.amount, budget.currency), left: format.money(budget.remaining, budget.currency) };
  return (
    <div style={{ display: 'grid', gap: 4, marginTop: 12 }}>
      <ScopedLink to={`/money/budgets?drawer=${encodeURIComponent(`budget:${budget.id}`)}`}>
        {t('money.budgets.against', words)}
      </ScopedLink>
      <BudgetBar budget={budget} />
    </div>
  );
}

function Month({ home }: { home: MoneyHome }) {
  const t = useTranslate();
  const format = useFormat();
  const { days, cost, before } = home.sameDays;
  const difference = cost - before;
  return (
    <Sheet title={t('money.home.month')}>
      <KeyFigure
        label={t('money.home.cost')}
        value={format.money(home.cost)}
        to={`/money/costs?months=${home.month}`}
        note={t('money.home.sameDays', { days, amount: format.money(cost), before: format.money(before) })}
        {...(difference !== 0 && { change: { up: difference > 0, text: format.money(Math.abs(difference)) } })}
      />
      <div style={{ marginTop: 4 }}>
        <ScopedLink to={`/money/costs?months=${home.lastMonth.month}`}>
          {t('money.home.lastMonth', {
            month: format.month(home.lastMonth.month),
            amount: format.money(home.lastMonth.cost),
          })}
        </ScopedLink>
      </div>
      {home.budget && <AgainstBudget budget={home.budget} />}
      <div style={{ height: 16 }} />
      <AmountBars rows={home.byBearer} toned linkOf={() => `/money/costs?by=store,bearer&months=${home.month}`} />
    </Sheet>
  );
}

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '2px 12px',
    padding: '8px 0',
    borderTop: `1px solid ${v.line}`,
  },
  '& li:first-of-type': { borderTop: 0, paddingTop: 0 },
  '& [data-part="due"]': { gridColumn: '1 / -1' },
});

type MonthToClose = NonNullable<MoneyHome['monthToClose']>;

/** A month that is not over yet says from when it can be closed. */
function closeText({ period, overAt }: MonthToClose, t: ReturnType<typeof useTranslate>, format: Formats): string {
  const month = format.month(period);
  const isOver = Date.parse(overAt) <= serverNow();
  return isOver ? t('money.home.toClose', { month }) : t('money.home.toCloseAt', { month, at: format.textTime(overAt) });
}

function ToDecide({ home }: { home: MoneyHome }) {
  const t = useTranslate();
  const format = useFormat();
  const { refundsDue, payoutFailures, monthToClose, openClaims, billsToDecide, budgetsUndecided, budgetsWarned } = home;
  const lists = [refundsDue, billsToDecide, budgetsWarned];
  const waits =
    payoutFailures + openClaims + lists.reduce((sum, { length }) => sum + length, 0) + (monthToClose === null ? 0 : 1);
  if (waits === 0) return <EmptyState kind="allDone" text={t('money.home.nothingToDecide')} />;
  return (
    <List>
      {monthToClose && (
        <li>
          <ScopedLink to="/money/close">{closeText(monthToClose, t, format)}</ScopedLink>
        </li>
      )}
      {billsToDecide.map(({ id, biller, period, open }) => (
        <li key={id}>
          <ScopedLink to={`/money/bills/${id}`}>
            {t('money.home.bill', { biller, month: format.month(period), n: open })}
          </ScopedLink>
        </li>
      ))}
      {budgetsUndecided > 0 && (
        <li>
          <ScopedLink to="/money/budgets?state=undecided">{t('money.budgets.undecidedHome', { n: budgetsUndecided })}</ScopedLink>
        </li>
      )}
      {budgetsWarned.map((budget) => (
        <li key={budget.id}>
          <ScopedLink to={`/money/budgets?drawer=${encodeURIComponent(`budget:${budget.id}`)}`}>
            {t('money.budgets.warnedHome', { unit: budget.node.name, state: stateOf(budget) })}
          </ScopedLink>
          <span className="hw-num">{t('money.budgets.left', { amount: format.money(budget.remaining, budget.currency) })}</span>
        </li>
      ))}
      {payoutFailures > 0 && (
        <li>
          <ScopedLink to="/queue?view=payoutFailed">{t('money.home.failures', { n: payoutFailures })}</ScopedLink>
        </li>
      )}
      {openClaims > 0 && (
        <li>
          <ScopedLink to="/money/claims">{t('money.home.claims', { n: openClaims })}</ScopedLink>
        </li>
      )}
      {refundsDue.map((item) => (
        <li key={item.id}>
          <span>
            <ScopedLink to={`/cases/${item.id}`}>{item.code}</ScopedLink> <span className="hw-meta">{item.node.name}</span>
          </span>
          <span className="hw-num">{item.approvedAmount === null ? '–' : format.money(item.approvedAmount)}</span>
          {item.deadline && (
            <div data-part="due">
              <Deadline at={item.deadline.at} outcome={item.deadline.outcomeText} />
            </div>
          )}
        </li>
      ))}
    </List>
  );
}

/** The one filled button: the refund whose deadline is nearest. */
function Oldest({ home }: { home: MoneyHome | undefined }) {
  const t = useTranslate();
  const go = useGo();
  const [first] = home?.refundsDue ?? [];
  if (first === undefined) return null;
  return (
    <Button variant="contained" onClick={() => go(`/cases/${first.id}`)}>
      {t('money.home.first')}
    </Button>
  );
}

/** Finance lands here: the month at a glance, what waits for a decision, where most of the cost is. */
export function MoneyPage() {
  const t = useTranslate();
  const format = useFormat();
  const { home } = useViewer();
  const query = useApiQuery(moneyHomeDocument, {});
  return (
    <>
      <PageHeader
        title={t('money.home.title')}
        scoped={false}
        meta={home.name}
        {...(query.data && { date: format.month(query.data.moneyHome.month) })}
        action={<Oldest home={query.data?.moneyHome} />}
      />
      <Loaded query={query} failed={t('money.home.failed')}>
        {({ moneyHome }) => (
          <SheetGrid>
            <Month home={moneyHome} />
            <Sheet title={t('money.home.toDecide')}>
              <ToDecide home={moneyHome} />
            </Sheet>
            <Sheet title={t('money.home.unusual')}>
              <Unusual home={moneyHome} />
            </Sheet>
            <Sheet title={t('money.home.topStores', { month: format.month(moneyHome.storesIn.month) })}>
              {moneyHome.topStores.length === 0 ? (
                <EmptyState kind="nothing" text={t('money.costs.none')} />
              ) : (
                <AmountBars
                  rows={moneyHome.topStores}
                  linkOf={(value) =>
                    `/money/costs?by=store,bearer&months=${moneyHome.storesIn.month}&drawer=${encodeURIComponent(`lines:store=${value}`)}`
                  }
                />
              )}
            </Sheet>
          </SheetGrid>
        )}
      </Loaded>
    </>
  );
}
