import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useGo } from '../../shared/scope';
import { Loaded } from '../../shared/states';
import { Answer } from './Answer';
import { ContactFields, isSaid, noContact, type Contact } from './ContactFields';
import { EvidenceFields, useWaitingPhotos } from './EvidenceFields';
import { applyDocument, checkDocument, type Order } from './documents';
import { inputOf, isComplete, wholeOrder, type Request } from './request';
import { RequestFields } from './RequestFields';

/** The contact that comes with it; its words change no answer, that there is one does. */
const withContact = (contact: Contact, note = contact.note) =>
  isSaid(contact) ? { contact: { channel: contact.channel, note } } : {};

/** What the buyer said to the question of his reason; nothing where he was not asked, or does not say. */
const answered = ({ followUpAnswer }: Request) => (followUpAnswer.trim() === '' ? {} : { followUpAnswer: followUpAnswer.trim() });

/** Staff files a case for a buyer (A3): item, wish, reason, and what the rules say to it. */
export function ApplyDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useTranslate();
  const go = useGo();
  const apply = useApiMutation(applyDocument);
  const [request, setRequest] = useState<Request>(() => wholeOrder(order));
  const set = (patch: Partial<Request>) => setRequest((before) => ({ ...before, ...patch }));
  const complete = isComplete(request);
  const waiting = useWaitingPhotos(order.id);
  const input = { ...inputOf(order, request), ...waiting.input };
  const [contact, setContact] = useState(noContact);
  const asked = { input: { ...input, ...withContact(contact, '…') } };
  const check = useApiQuery(checkDocument, asked, { enabled: complete });
  const contactLacks = check.data?.checkApplication.trace.some(({ rule, passed }) => rule === 'contactFirst' && !passed);
  const [overrule, setOverrule] = useState('');
  const answer = check.isPlaceholderData ? undefined : check.data?.checkApplication;
  const mayOverrule = answer?.overrulable === true;
  const against = mayOverrule && overrule.trim() !== '' ? { overrule: overrule.trim() } : {};
  const ready = answer?.eligible === true || 'overrule' in against;
  const confirm = async (text: string) => {
    const { apply: made } = await apply.mutateAsync({
      input: { ...input, ...withContact(contact), ...against, ...answered(request), text: text === '' ? null : text },
    });
    go(`/cases/${made.id}`);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('orders.apply.title')}
      effect={t('orders.apply.effect', { buyer: order.buyerName })}
      reason={{ label: t('orders.apply.text') }}
      ready={complete && ready && !waiting.busy}
      onConfirm={confirm}
    >
      <RequestFields order={order} request={request} asks onChange={set} />
      {complete && check.data && <EvidenceFields wanted={check.data.checkApplication.photos} waiting={waiting} />}
      {complete && (contactLacks || isSaid(contact)) && (
        <>
          <p className="hw-hint">{t('orders.contact.asked')}</p>
          <ContactFields contact={contact} onChange={setContact} />
        </>
      )}
      {complete && (
        <Loaded query={check} failed={t('orders.apply.checkFailed')}>
          {({ checkApplication }) => <Answer order={order} answer={checkApplication} />}
        </Loaded>
      )}
      {complete && mayOverrule && (
        <TextField
          id="apply-overrule"
          label={t('orders.apply.overrule')}
          helperText={t('orders.apply.overruleHelp')}
          value={overrule}
          onChange={(event) => setOverrule(event.target.value)}
          multiline
          minRows={2}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      )}
    </ActionDialog>
  );
}
