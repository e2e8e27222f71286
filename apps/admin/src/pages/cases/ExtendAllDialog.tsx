import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { OptionalChoice } from '../../shared/fields';
import { useScope, useScopeName } from '../../shared/scope';
import { extendCasesDocument, previewExtensionDocument, type LeftOut } from './extension';
import { reasonClasses } from './queueFilter';

const MAX_DAYS = 90;

const daysIn = (text: string): number | null => {
  const days = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return days >= 1 && days <= MAX_DAYS ? days : null;
};

/** Which cases are left out, and why: 「法定时限 12 单，已到期 3 单」. */
export function useLeftOut(): (leftOut: LeftOut) => string {
  const t = useTranslate();
  return (leftOut) =>
    leftOut
      .map(({ why, cases }) => t(`cases.extension.why.${why}`, { n: cases, _: t('cases.extension.why.other', { n: cases }) }))
      .join(t('cases.extension.and'));
}

/** The dry run in words; what is still being counted says so. */
function useEffectOf(input: { nodeId: string; reasonClass: string | null; days: number } | null) {
  const t = useTranslate();
  const leftOutText = useLeftOut();
  const { data } = useApiQuery(
    previewExtensionDocument,
    { input: input ?? { nodeId: '', days: 1 } },
    { enabled: input !== null },
  );
  const found = input === null ? undefined : data?.previewExtension;
  if (!found) return { extendable: null, text: t('cases.extension.counting') };
  const { extendable, leftOut, hasMore } = found;
  const left = leftOut.length === 0 ? '' : ` ${t('cases.extension.leftOut', { what: leftOutText(leftOut) })}`;
  return { extendable, text: t(hasMore ? 'cases.extension.effectMore' : 'cases.extension.effect', { n: extendable }) + left };
}

interface ExtendAllDialogProps {
  readonly onClose: () => void;
  /** It runs by itself from here. */
  readonly onStarted: (id: string) => void;
}

/** A13: more time for all cases of the scope, with the dry run in sight before anything moves. */
export function ExtendAllDialog({ onClose, onStarted }: ExtendAllDialogProps) {
  const t = useTranslate();
  const { nodeId } = useScope();
  const unit = useScopeName();
  const start = useApiMutation(extendCasesDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('3');
  const [reasonClass, setReasonClass] = useState<string | null>(null);
  const days = daysIn(typed);
  const input = days === null ? null : { nodeId, reasonClass, days };
  const { extendable, text } = useEffectOf(input);
  const run = async (reason: string) => {
    if (input) onStarted((await start.mutateAsync({ input, reason, key })).extendCases.id);
  };
  return (
    <ActionDialog
      open
      title={t('cases.extension.title', { unit })}
      confirm={t('cases.extension.confirm', { n: extendable ?? 0, days: days ?? 0 })}
      effect={text}
      ready={extendable !== null && extendable > 0}
      reason={{ label: t('cases.extension.reason'), required: true }}
      onConfirm={run}
      onClose={onClose}
    >
      <TextField
        label={t('cases.extension.days')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={days === null}
        helperText={t('cases.extension.daysHelp', { max: MAX_DAYS })}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        required
      />
      <OptionalChoice
        id="extension-class"
        label={t('cases.extension.class')}
        value={reasonClass}
        options={reasonClasses.map((each) => [each, t(`rules.word.reasonClass.${each}`)])}
        any={t('cases.queue.any')}
        onChange={setReasonClass}
      />
    </ActionDialog>
  );
}
