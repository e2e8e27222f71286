import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { ContactFields, isSaid, noContact } from './ContactFields';
import { logContactDocument, type Order } from './documents';

const Stack = styled('div')({
  display: 'grid',
  gap: 12,
  justifyItems: 'start',
  '& ul': { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12, overflowWrap: 'anywhere' },
});

function LogContact({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useTranslate();
  const log = useApiMutation(logContactDocument);
  const [contact, setContact] = useState(noContact);
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('orders.contact.log')}
      effect={t('orders.contact.effect', { buyer: order.buyerName })}
      ready={isSaid(contact)}
      onConfirm={() => log.mutateAsync({ orderId: order.id, contact })}
    >
      <ContactFields contact={contact} onChange={setContact} />
    </ActionDialog>
  );
}

/** A3: who of the staff spoke with the buyer, when and about what. */
export function Contacts({ order }: { order: Order }) {
  const t = useTranslate();
  const format = useFormat();
  const [logging, setLogging] = useState(false);
  return (
    <Stack>
      {order.contacts.length === 0 && <p className="hw-hint">{t('orders.contact.none')}</p>}
      {order.contacts.length > 0 && (
        <ul>
          {order.contacts.map(({ id, at, channel, note, personName }) => (
            <li key={id}>
              <div className="hw-meta">
                {format.nearTime(at)} · {t(`orders.contact.channels.${channel}`, { _: channel })} · {personName}
              </div>
              {note}
            </li>
          ))}
        </ul>
      )}
      {order.allowedActions.includes('order.logContact') && (
        <Button variant="outlined" size="small" onClick={() => setLogging(true)}>
          {t('orders.contact.log')}
        </Button>
      )}
      {logging && <LogContact order={order} onClose={() => setLogging(false)} />}
    </Stack>
  );
}
