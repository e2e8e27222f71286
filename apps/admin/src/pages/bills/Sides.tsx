import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { Facts } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import type { BillLine } from './documents';

const Both = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 232px), 1fr))',
  '& h3': { margin: '0 0 8px', fontSize: 14, lineHeight: '22px', fontWeight: 600 },
});

type Parcel = NonNullable<BillLine['parcel']>;

const kindOf = ({ direction, prepaid }: Parcel): string => (direction === 'return' && prepaid ? 'prepaid' : direction);

function Cases({ parcel }: { parcel: Parcel }) {
  return parcel.cases.map(({ id, code, node }) => (
    <div key={id}>
      <ScopedLink to={`/cases/${id}`}>{code}</ScopedLink> <span className="hw-meta">{node.name}</span>
    </div>
  ));
}

/** What the carrier's bill says, and beside it what we know of the same parcel. */
export function Sides({ line, currency }: { line: BillLine; currency: string }) {
  const t = useTranslate();
  const format = useFormat();
  const { parcel } = line;
  return (
    <Both>
      <section aria-label={t('bills.theirs')}>
        <h3>{t('bills.theirs')}</h3>
        {line.billed === null && <p>{t('bills.line.notOn')}</p>}
        <Facts
          rows={[
            [t('bills.line.tracking'), line.tracking],
            [t('bills.line.number'), line.line === null ? null : format.count(line.line)],
            [t('bills.line.billedOn'), line.billedOn === null ? null : format.tableDate(line.billedOn)],
            [t('bills.line.billed'), line.billed === null ? null : format.money(line.billed, currency)],
          ]}
        />
      </section>
      <section aria-label={t('bills.ours')}>
        <h3>{t('bills.ours')}</h3>
        {parcel === null && <p>{t('bills.line.unknown')}</p>}
        <Facts
          rows={[
            [t('bills.case'), parcel && <Cases parcel={parcel} />],
            [t('bills.parcel'), parcel && t(`bills.kind.${kindOf(parcel)}`)],
            [t('bills.shippedAt'), parcel && format.tableTime(parcel.shippedAt)],
            [t('bills.deliveredAt'), parcel?.deliveredAt ? format.tableTime(parcel.deliveredAt) : null],
            [t('bills.line.expected'), line.expected === null ? null : format.money(line.expected, currency)],
          ]}
        />
      </section>
    </Both>
  );
}
