import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslate } from 'ra-core';
import { useParams } from 'react-router';
import { useApiQuery } from '../../providers/hooks';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { EmptyState, Loaded } from '../../shared/states';
import { useSetUrlParams, useUrlParam } from '../../shared/url';
import { ByCard } from './cards/ByCard';
import { billDocument, type Bill, type Outcome } from './documents';
import { Lines } from './Lines';
import { Problems } from './Problems';
import { useOutcomeName } from './useOutcomeName';
import { useSigned } from './useSigned';
import { WithdrawButton } from './WithdrawButton';

/** The four differences, then what lies within the tolerance. */
const order: readonly Outcome[] = ['amountDiffers', 'unknown', 'billedTwice', 'notBilled', 'matched'];

const PROBLEMS = 'problems';

type TabKey = Outcome | typeof PROBLEMS;

/** The first with something to decide, unless the address names one. */
function useTab({ outcomes, refusedCount }: Bill): [TabKey, (tab: TabKey) => void] {
  const first = order.find((each) => outcomes.some(({ outcome, open }) => outcome === each && open > 0)) ?? 'amountDiffers';
  const [given] = useUrlParam('tab');
  const set = useSetUrlParams();
  const named = order.find((each) => each === given) ?? (given === PROBLEMS && refusedCount > 0 ? PROBLEMS : undefined);
  return [named ?? first, (tab) => set({ tab, lines: null })];
}

function useSumOf(bill: Bill): (outcome: Outcome) => Bill['outcomes'][number] {
  const none = { lines: 0, difference: 0, open: 0, openDifference: 0 };
  return (outcome) => bill.outcomes.find((each) => each.outcome === outcome) ?? { outcome, ...none };
}

function TabText({ name, n, sum }: { name: string; n: number; sum?: string }) {
  const t = useTranslate();
  return (
    <span>
      {t('bills.tab', { name, n })}
      {sum !== undefined && <span className="hw-meta hw-tabular"> {sum}</span>}
    </span>
  );
}

function BillTabs({ bill }: { bill: Bill }) {
  const t = useTranslate();
  const signed = useSigned();
  const [tab, choose] = useTab(bill);
  const sumOf = useSumOf(bill);
  const outcomeName = useOutcomeName(bill.kind);
  return (
    <>
      <Tabs
        value={tab}
        onChange={(_, next: TabKey) => choose(next)}
        variant="scrollable"
        aria-label={t('bills.title')}
        sx={{ marginBottom: '16px' }}
      >
        {order.map((each) => {
          const { open, openDifference } = sumOf(each);
          const sum = open > 0 ? { sum: signed(openDifference, bill.currency) } : {};
          return <Tab key={each} value={each} label={<TabText name={outcomeName(each)} n={open} {...sum} />} />;
        })}
        {bill.refusedCount > 0 && (
          <Tab value={PROBLEMS} label={<TabText name={t('bills.outcome.problems')} n={bill.refusedCount} />} />
        )}
      </Tabs>
      {tab === PROBLEMS ? <Problems billId={bill.id} /> : <Lines key={tab} bill={bill} outcome={tab} />}
    </>
  );
}

/** M4: a bill of a month, held against the entries. */
function BillView({ bill }: { bill: Bill }) {
  const t = useTranslate();
  const format = useFormat();
  const { fileName: file, lineCount: lines } = bill;
  const who = bill.importedByName ?? t('bills.commandLine');
  const from = {
    kind: bill.kind,
    file,
    lines,
    who,
    at: format.textTime(bill.importedAt),
    amount: format.money(bill.amount, bill.currency),
  };
  const name = `${bill.biller} ${format.month(bill.period)}`;
  return (
    <>
      <PageHeader title={name} scoped={false} meta={t('bills.from', from)} others={<WithdrawButton bill={bill} name={name} />} />
      <ByCard bill={bill} />
      <BillTabs bill={bill} />
    </>
  );
}

export function BillPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useApiQuery(billDocument, { id });
  return (
    <Loaded query={query} failed={t('bills.failed')}>
      {({ bill }) => (bill ? <BillView bill={bill} /> : <EmptyState kind="nothing" text={t('bills.absent')} />)}
    </Loaded>
  );
}
