import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useGo } from '../../shared/scope';
import { Loaded } from '../../shared/states';
import { Answer } from './Answer';
import { EvidenceFields, useWaitingPhotos } from './EvidenceFields';
import { applyDocument, checkDocument, type Order } from './documents';
import { inputOf, isComplete, wholeOrder, type Request } from './request';
import { RequestFields } from './RequestFields';

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
  const check = useApiQuery(checkDocument, { input }, { enabled: complete });
  const eligible = check.data?.checkApplication.eligible === true && !check.isPlaceholderData;
  const confirm = async (text: string) => {
    const { apply: made } = await apply.mutateAsync({ input: { ...input, text: text === '' ? null : text } });
    go(`/cases/${made.id}`);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('orders.apply.title')}
      effect={t('orders.apply.effect', { buyer: order.buyerName })}
      reason={{ label: t('orders.apply.text') }}
      ready={complete && eligible && !waiting.busy}
      onConfirm={confirm}
    >
      <RequestFields order={order} request={request} onChange={set} />
      {complete && check.data && <EvidenceFields wanted={check.data.checkApplication.photos} waiting={waiting} />}
      {complete && (
        <Loaded query={check} failed={t('orders.apply.checkFailed')}>
          {({ checkApplication }) => <Answer order={order} answer={checkApplication} />}
        </Loaded>
      )}
    </ActionDialog>
  );
}
