import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { apiKey } from '../../providers/queryClient';
import { ActionDialog } from '../../shared/dialog';
import { useLocalText } from '../../shared/useLocalText';
import { useNotice } from '../../shared/useNotice';
import { ActionInputs, asksFor } from './ActionInputs';
import { Meanwhile, staleCaseIn, type StaleCase } from './Meanwhile';
import { parcelsDocument, type CaseAction, type ParcelChoice } from './documents';
import { isSevere, needsWords, takesWords, verbs, type Inputs } from './verbs';
import { useDone, useVerb } from './words';

interface CaseActionDialogProps {
  readonly item: { readonly id: string; readonly version: number; readonly code: string };
  readonly action: CaseAction;
  readonly onClose: () => void;
  /** After it was done: the queue goes to the next row. */
  readonly onDone?: () => void;
}

const blank = (action: CaseAction): Inputs => ({
  reason: '',
  amount: action.verb === 'verdict' ? action.maxAmount : null,
  carrier: '',
  tracking: '',
  goodsHeld: true,
  to: action.to[0] ?? '',
  voucher: '',
  until: '',
  shipmentId: '',
  kind: 'delivered',
  at: '',
});

const texts = ['carrier', 'tracking', 'voucher', 'until', 'shipmentId', 'kind', 'to'] as const;

/** Whether all that the verb asks for is there; what it is worth is the API's to judge. */
const isComplete = (action: CaseAction, inputs: Inputs): boolean =>
  texts.every((name) => !asksFor(name, action, inputs) || inputs[name].trim() !== '') &&
  (!asksFor('amount', action, inputs) || inputs.amount !== null) &&
  inputs.at !== null;

/** The parcels to choose from, where the step is about one of them. */
function useParcels(caseId: string, action: CaseAction): readonly ParcelChoice[] {
  const { data } = useApiQuery(parcelsDocument, { id: caseId }, { enabled: action.needs.includes('shipmentId') });
  return data?.case?.shipments ?? [];
}

/** Does the step on the version that was seen. When somebody else was faster, what he did is kept to be shown, and the page asks again. */
function useStep({ item, action, onDone }: CaseActionDialogProps, inputs: Inputs) {
  const client = useQueryClient();
  const notice = useNotice();
  const doneText = useDone();
  const [stale, setStale] = useState<StaleCase | null>(null);
  const confirm = async (reason: string) => {
    const seen = { id: item.id, version: stale?.now ?? item.version };
    try {
      await verbs[action.verb]?.(seen, { ...inputs, reason });
    } catch (error) {
      const found = staleCaseIn(error);
      if (found === null) throw error;
      setStale(found);
      void client.invalidateQueries({ queryKey: apiKey });
      throw error;
    }
    notice.done(doneText(action, item.code));
    onDone?.();
    await client.invalidateQueries({ queryKey: apiKey });
  };
  return { stale, confirm };
}

/** One step on a case: what it does beforehand, the fields it asks for, and the refusal with the text kept. */
export function CaseActionDialog(props: CaseActionDialogProps) {
  const { item, action, onClose } = props;
  const t = useTranslate();
  const localText = useLocalText();
  const nameOf = useVerb();
  const parcels = useParcels(item.id, action);
  const [given, setInputs] = useState(() => blank(action));
  const inputs = { ...given, shipmentId: given.shipmentId || (parcels.at(-1)?.id ?? '') };
  const { stale, confirm } = useStep(props, inputs);
  const possible = stale === null || stale.allowedActions.includes(action.verb);
  const words = takesWords.has(action.verb) && {
    reason: { label: t(`cases.words.${action.verb}`, { _: t('cases.words.other') }), required: needsWords.has(action.verb) },
  };
  const hasFields = action.needs.some((need) => need !== 'reason' && need !== 'question' && need !== 'note');
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={nameOf(action)}
      effect={localText(action.effect)}
      danger={isSevere.has(action.verb)}
      ready={possible && isComplete(action, inputs)}
      onConfirm={confirm}
      {...words}
    >
      {hasFields || stale !== null ? (
        <>
          <ActionInputs
            action={action}
            inputs={inputs}
            parcels={parcels}
            onChange={(patch) => setInputs((before) => ({ ...before, ...patch }))}
          />
          {stale !== null && <Meanwhile stale={stale} possible={possible} />}
        </>
      ) : undefined}
    </ActionDialog>
  );
}
