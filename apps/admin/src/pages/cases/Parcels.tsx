import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { Facts } from '../../shared/page';
import type { CaseDetail } from './documents';

/** Parcels of the case with what the carrier said of them. */
export function Parcels({ parcels }: { parcels: CaseDetail['shipments'] }) {
  const t = useTranslate();
  const format = useFormat();
  if (parcels.length === 0) return <p className="hw-hint">{t('cases.page.noParcel')}</p>;
  return (
    <>
      {parcels.map((parcel) => (
        <section key={parcel.id} aria-label={parcel.tracking}>
          <Facts
            rows={[
              [
                t(`cases.direction.${parcel.direction}`),
                parcel.method === 'dropIn'
                  ? t('cases.method.dropIn', { unit: parcel.unit.name })
                  : [parcel.carrier, parcel.tracking, parcel.method === 'pickup' && t('cases.method.pickup')]
                      .filter(Boolean)
                      .join(' '),
              ],
              [
                t(parcel.direction === 'out' ? 'cases.fact.freightOut' : 'cases.fact.freightPaid'),
                parcel.freightPaid === null ? null : format.money(parcel.freightPaid),
              ],
              [t('cases.fact.shipped'), format.textTime(parcel.shippedAt)],
              ...parcel.events.map(
                (event) =>
                  [
                    t(`cases.tracking.${event.kind}`, { _: event.kind }),
                    [format.nearTime(event.at), event.note].filter(Boolean).join(' · '),
                  ] as const,
              ),
            ]}
          />
        </section>
      ))}
    </>
  );
}
