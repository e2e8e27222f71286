import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { serverNow } from '../../shared/clock';
import { useFormat } from '../../shared/format';
import { OnceField } from '../../shared/fields';
import { useCopy } from '../../shared/useCopy';
import { useNotice } from '../../shared/useNotice';
import { createLinkDocument, revokeLinkDocument, type LinkMade, type Order } from './documents';

const Stack = styled('div')({ display: 'grid', gap: 12, justifyItems: 'start' });

/** The key that was just made, with what it is for: nobody can read it again. */
function MadeKey({ made }: { made: LinkMade }) {
  const t = useTranslate();
  const copy = useCopy();
  return (
    <>
      <OnceField label={t('orders.link.once')} value={made.token} />
      <p className="hw-meta">{t('orders.link.use')}</p>
      <Button variant="outlined" size="small" onClick={() => copy(made.token, t('orders.link.copied'))}>
        {t('orders.link.copy')}
      </Button>
    </>
  );
}

/** The buyer's own way to this order, by the API: a key for 30 days, shown once, revocable. */
export function BuyerLinks({ order }: { order: Order }) {
  const t = useTranslate();
  const format = useFormat();
  const notice = useNotice();
  const create = useApiMutation(createLinkDocument);
  const revoke = useApiMutation(revokeLinkDocument);
  const [made, setMade] = useState<LinkMade | null>(null);
  const live = order.buyerLinks.filter((link) => link.revokedAt === null && Date.parse(link.expiresAt) > serverNow());
  const make = () =>
    create.mutate(
      { orderId: order.id },
      { onSuccess: ({ createBuyerLink }) => setMade(createBuyerLink), onError: notice.failed },
    );
  const takeBack = (id: string) =>
    revoke.mutate({ id }, { onSuccess: () => setMade(made?.link.id === id ? null : made), onError: notice.failed });
  return (
    <Stack>
      {made !== null && <MadeKey made={made} />}
      {live.map((link) => (
        <p key={link.id}>
          {t('orders.link.until', { at: format.nearTime(link.expiresAt) })}{' '}
          {order.allowedActions.includes('order.revokeBuyerLink') && (
            <Button variant="text" size="small" onClick={() => takeBack(link.id)}>
              {t('orders.link.revoke')}
            </Button>
          )}
        </p>
      ))}
      {live.length === 0 && made === null && <p className="hw-hint">{t('orders.link.none')}</p>}
      {order.allowedActions.includes('order.createBuyerLink') && (
        <Button variant="outlined" size="small" onClick={make} loading={create.isPending}>
          {t('orders.link.create')}
        </Button>
      )}
    </Stack>
  );
}
