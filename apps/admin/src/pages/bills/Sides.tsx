import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { useFormat } from '../../shared/format';
import { Facts } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import { useByCard } from './cards/useByCard';
import type { Bill, BillLine } from './documents';

const Both = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 232px), 1fr))',
  '& h3': { margin: '0 0 8px', fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& p': { margin: '0 0 8px' },
});

type Parcel = NonNullable<BillLine['parcel']>;

const kindOf = ({ direction, prepaid }: Parcel): string => (direction === 'return' && prepaid ? 'prepaid' : direction);

interface OursProps {
  readonly line: BillLine;
  /** What is owed, as the last row. */
  readonly expected: readonly [string, ReactNode];
}

interface LinkedProps {
  readonly to: 'cases' | 'orders';
  readonly rows: readonly Pick<Parcel['cases'][number], 'id' | 'code' | 'node'>[];
}

function Linked({ to, rows }: LinkedProps) {
  return rows.map(({ id, code, node }) => (
    <div key={id}>
      <ScopedLink to={`/${to}/${id}`}>{code}</ScopedLink> <span className="hw-meta">{node.name}</span>
    </div>
  ));
}

function OurParcel({ line: { parcel }, expected }: OursProps) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <>
      {parcel === null && <p>{t('bills.of.carrier.absent')}</p>}
      <Facts
        rows={[
          [t('bills.case'), parcel && <Linked to="cases" rows={parcel.cases} />],
          [t('bills.parcel'), parcel && t(`bills.kindOf.${kindOf(parcel)}`)],
          [t('bills.shippedAt'), parcel && format.tableTime(parcel.shippedAt)],
          [t('bills.deliveredAt'), parcel?.deliveredAt ? format.tableTime(parcel.deliveredAt) : null],
          expected,
        ]}
      />
    </>
  );
}

function OurOrders({ line: { orders, expected: owed }, expected }: OursProps) {
  const t = useTranslate();
  const format = useFormat();
  const [first] = orders;
  const cancelled = orders.find(({ cancelledAt }) => cancelledAt !== null)?.cancelledAt;
  return (
    <>
      {!first && <p>{t('bills.of.insurer.absent')}</p>}
      {first && owed === null && <p>{t('bills.uncovered')}</p>}
      <Facts
        rows={[
          [t('bills.order'), first && <Linked to="orders" rows={orders} />],
          [t('bills.paidAt'), first?.paidAt ? format.tableTime(first.paidAt) : null],
          [t('bills.cancelledAt'), cancelled ? format.tableTime(cancelled) : null],
          expected,
        ]}
      />
    </>
  );
}

/** What the bill says, and beside it what we know of the same parcel or order. */
export function Sides({ bill: { kind, currency }, line }: { bill: Bill; line: BillLine }) {
  const t = useTranslate();
  const format = useFormat();
  const byCard = useByCard();
  const Ours = kind === 'carrier' ? OurParcel : OurOrders;
  const owed = line.expected === null ? null : format.money(line.expected, currency);
  return (
    <Both>
      <section aria-label={t('bills.theirs')}>
        <h3>{t('bills.theirs')}</h3>
        {line.billed === null && <p>{t('bills.line.notOn')}</p>}
        <Facts
          rows={[
            [t(`bills.of.${kind}.number`), line.number],
            [t('bills.line.row'), line.line === null ? null : format.count(line.line)],
            [t('bills.line.billedOn'), line.billedOn === null ? null : format.tableDate(line.billedOn)],
            [t('bills.line.weight'), line.grams === null ? null : t('bills.line.grams', { n: line.grams })],
            [t('bills.line.zone'), line.zone],
            [t('bills.line.billed'), line.billed === null ? null : format.money(line.billed, currency)],
            [t('bills.cards.card'), byCard(line, currency)],
          ]}
        />
      </section>
      <section aria-label={t(`bills.of.${kind}.ours`)}>
        <h3>{t(`bills.of.${kind}.ours`)}</h3>
        <Ours line={line} expected={[t('bills.line.expected'), owed]} />
      </section>
    </Both>
  );
}
