import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { serverNow } from '../../shared/clock';
import { useFormat } from '../../shared/format';
import { useNotice } from '../../shared/useNotice';
import { createLinkDocument, revokeLinkDocument, type Order } from './documents';

const Stack = styled('div')({ display: 'grid', gap: 12, justifyItems: 'start' });

/** The buyer's own way to this order: a link for 30 days, shown once, revocable. */
export function BuyerLinks({ order }: { order: Order }) {
  const t = useTranslate();
  const format = useFormat();
  const notice = useNotice();
  const create = useApiMutation(createLinkDocument);
  const revoke = useApiMutation(revokeLinkDocument);
  const [url, setUrl] = useState<string | null>(null);
  const live = order.buyerLinks.filter((link) => link.revokedAt === null && Date.parse(link.expiresAt) > serverNow());
  const make = () =>
    create.mutate(
      { orderId: order.id },
      { onSuccess: ({ createBuyerLink }) => setUrl(createBuyerLink.url), onError: notice.failed },
    );
  return (
    <Stack>
      {url !== null && (
        <TextField
          label={t('orders.link.once')}
          value={url}
          fullWidth
          slotProps={{
            htmlInput: { readOnly: true, onFocus: (event: React.FocusEvent<HTMLInputElement>) => event.target.select() },
          }}
        />
      )}
      {live.map((link) => (
        <p key={link.id}>
          {t('orders.link.until', { at: format.nearTime(link.expiresAt) })}{' '}
          {order.allowedActions.includes('order.revokeBuyerLink') && (
            <Button
              variant="text"
              size="small"
              onClick={() => revoke.mutate({ id: link.id }, { onSuccess: () => setUrl(null), onError: notice.failed })}
            >
              {t('orders.link.revoke')}
            </Button>
          )}
        </p>
      ))}
      {live.length === 0 && url === null && <p className="hw-hint">{t('orders.link.none')}</p>}
      {order.allowedActions.includes('order.createBuyerLink') && (
        <Button variant="outlined" size="small" onClick={make} loading={create.isPending}>
          {t('orders.link.create')}
        </Button>
      )}
    </Stack>
  );
}
