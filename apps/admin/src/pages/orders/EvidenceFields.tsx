import { useTranslate } from 'ra-core';
import { PhotoUpload, usePhotoUpload } from '../../shared/photos';
import type { Eligibility } from './documents';

const kinds = ['goods', 'invoice'] as const;

/** Photos that wait with an order for its application; they stay whatever becomes of it. */
export function useWaitingPhotos(orderId: string) {
  const goods = usePhotoUpload(`/photos/orders/${orderId}?kind=goods`);
  const invoice = usePhotoUpload(`/photos/orders/${orderId}?kind=invoice`);
  const ids = [...goods.ids, ...invoice.ids];
  return { goods, invoice, busy: goods.busy || invoice.busy, input: ids.length === 0 ? {} : { photos: ids } };
}

interface EvidenceFieldsProps {
  readonly wanted: Eligibility['photos'];
  readonly waiting: ReturnType<typeof useWaitingPhotos>;
}

/** Photos are asked for where the reason needs them (A5). */
export function EvidenceFields({ wanted, waiting }: EvidenceFieldsProps) {
  const t = useTranslate();
  return kinds
    .filter((kind) => wanted[kind] > 0 || waiting[kind].ids.length > 0)
    .map((kind) => (
      <div key={kind} role="group" aria-label={t(`orders.apply.photos.${kind}`)}>
        {wanted[kind] > 0 && <p className="hw-hint">{t(`orders.apply.photos.${kind}Wanted`, { n: wanted[kind] })}</p>}
        <PhotoUpload upload={waiting[kind]} label={t(`orders.apply.photos.${kind}`)} />
      </div>
    ));
}
