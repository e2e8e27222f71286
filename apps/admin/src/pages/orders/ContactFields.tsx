import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { Choice } from '../../shared/fields';

const channels = ['phone', 'chat', 'inStore', 'email', 'other'] as const;

/** A contact as it is being written. */
export interface Contact {
  readonly channel: (typeof channels)[number];
  readonly note: string;
}

export const noContact: Contact = { channel: 'phone', note: '' };

export const isSaid = ({ note }: Contact): boolean => note.trim() !== '';

interface ContactFieldsProps {
  readonly contact: Contact;
  readonly onChange: (contact: Contact) => void;
}

/** A3: how staff spoke with the buyer, and about what. */
export function ContactFields({ contact, onChange }: ContactFieldsProps) {
  const t = useTranslate();
  return (
    <>
      <Choice
        id="contact-channel"
        label={t('orders.contact.how')}
        value={contact.channel}
        options={channels.map((channel) => [channel, t(`orders.contact.channels.${channel}`)])}
        onChange={(channel) => onChange({ ...contact, channel })}
      />
      <TextField
        id="contact-note"
        label={t('orders.contact.note')}
        value={contact.note}
        onChange={(event) => onChange({ ...contact, note: event.target.value })}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </>
  );
}
