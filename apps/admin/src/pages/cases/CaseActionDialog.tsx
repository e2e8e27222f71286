import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { apiKey } from '../../providers/queryClient';
import { ActionDialog } from '../../shared/dialog';
import { useLocalText } from '../../shared/useLocalText';
import { useNotice } from '../../shared/useNotice';
import { ActionInputs, asksFor } from './ActionInputs';
import { Evidence, useEvidence } from './Evidence';
import { KeepItem } from './KeepItem';
import { Meanwhile, staleCaseIn, type StaleCase } from './Meanwhile';
import { Overruling, isOverruling } from './Overruling';
import type { CaseAction, OverrulableAction } from './documents';
import { parcelsDocument, type ParcelChoice } from './stepDocuments';
import { isSevere, needsWords, takesWords, verbs, type Inputs } from './verbs';
import { useConfirm, useDone, useVerb } from './words';

interface CaseActionDialogProps {
  readonly item: { readonly id: string; readonly version: number; readonly code: string };
  readonly action: CaseAction | OverrulableAction;
  /** What is known before: the code that was scanned. */
  readonly known?: Partial<Inputs>;
  readonly onClose: () => void;
  /** After it was done: the queue goes to the next row. */
  readonly onDone?: () => void;
}

const blank = (action: CaseAction): Inputs => ({
  reason: '',
  amount: action.verb === 'verdict' ? action.maxAmount : null,
  resolution: 'refund',
  carrier: '',
  tracking: '',
  freightPaid: null,
  code: '',
  liable: '',
  goods: '',
  wantsReturn: false,
  to: action.to[0] ?? '',
  voucher: '',
  until: '',
  shipmentId: '',
  kind: 'delivered',
  at: '',
  found: [],
  overrule: '',
});

const texts = ['code', 'carrier', 'tracking', 'voucher', 'until', 'shipmentId', 'kind', 'to', 'goods'] as const;

/** Whether all that the verb asks for is there; what it is worth is the API's to judge. */
const isComplete = (action: CaseAction, inputs: Inputs): boolean =>
  (!isOverruling(action) || inputs.overrule.trim() !== '') &&
  texts.every((name) => !asksFor(name, action, inputs) || inputs[name].trim() !== '') &&
  (!asksFor('amount', action, inputs) || inputs.amount !== null) &&
  inputs.at !== null &&
  inputs.freightPaid !== undefined &&
  // What a label costs is known to who has paid for it.
  (action.verb !== 'issueLabel' || inputs.freightPaid !== null);

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

/** The step as it is when the goods are asked for although the buyer could keep them. */
const askingReturn = (action: CaseAction): CaseAction => ({ ...action, to: ['AWAIT_RETURN'], returnless: null });

/** The free text of a step, where it takes one. */
function useWords({ verb }: CaseAction, { wantsReturn }: Inputs) {
  const t = useTranslate();
  if (wantsReturn) return { reason: { label: t('cases.keep.reason'), required: true } };
  const label = t(`cases.words.${verb}`, { _: t('cases.words.other') });
  return takesWords.has(verb) && { reason: { label, required: needsWords.has(verb) } };
}

/** One step on a case: what it does beforehand, the fields it asks for, and the refusal with the text kept. */
export function CaseActionDialog(props: CaseActionDialogProps) {
  const { item, action, onClose } = props;
  const t = useTranslate();
  const localText = useLocalText();
  const nameOf = useVerb();
  const parcels = useParcels(item.id, action);
  const [given, setInputs] = useState(() => ({ ...blank(action), ...props.known }));
  const inputs = { ...given, shipmentId: given.shipmentId || (parcels.at(-1)?.id ?? '') };
  const meant = inputs.wantsReturn ? askingReturn(action) : action;
  const { stale, confirm } = useStep({ ...props, action: meant }, inputs);
  const evidence = useEvidence(item.id, meant, inputs);
  const confirmText = useConfirm(meant, inputs);
  const possible = stale === null || stale.allowedActions.includes(action.verb);
  const words = useWords(action, inputs);
  const change = (patch: Partial<Inputs>) => setInputs((before) => ({ ...before, ...patch }));
  const hasFields = action.needs.some((need) => need !== 'reason' && need !== 'question' && need !== 'note');
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={nameOf(meant)}
      effect={inputs.wantsReturn ? t('cases.keep.returnEffect') : localText(action.effect)}
      confirm={confirmText}
      danger={isSevere.has(action.verb)}
      ready={possible && isComplete(action, inputs) && evidence.ready}
      onConfirm={confirm}
      {...words}
    >
      {hasFields || stale !== null || action.returnless !== null || isOverruling(action) ? (
        <>
          {action.returnless !== null && (
            <KeepItem
              decision={action.returnless}
              wantsReturn={inputs.wantsReturn}
              onChange={(wantsReturn) => change({ wantsReturn })}
            />
          )}
          <ActionInputs action={action} inputs={inputs} parcels={parcels} onChange={change} />
          <Evidence evidence={evidence} inputs={inputs} onChange={change} />
          {isOverruling(action) && (
            <Overruling action={action} reason={inputs.overrule} onChange={(overrule) => change({ overrule })} />
          )}
          {stale !== null && <Meanwhile stale={stale} possible={possible} />}
        </>
      ) : undefined}
    </ActionDialog>
  );
}
