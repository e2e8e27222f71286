import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ChangeDialog } from '../changeSet';
import { Choice, DateField } from '../fields';
import { useCalendar, useFormat, type Day } from '../format';
import { ExemptionBranches, ImpactPanel } from '../impact';
import type { FieldState, KindKey, RuleField } from '../rules';
import { Loaded } from '../states';
import { useLocalText } from '../useLocalText';
import { useNotice } from '../useNotice';
import { grantExemptionDocument, previewExemptionDocument } from './documents';

/** A field that a unit above locks or bounds here, and the viewer answers for that unit. */
export interface Liftable {
  readonly field: RuleField;
  readonly state: FieldState;
}

interface ExemptDialogProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly kind: KindKey;
  /** One of these, the first unless another is chosen. */
  readonly choices: readonly [Liftable, ...Liftable[]];
  readonly onClose: () => void;
}

/** Lifts a lock or bounds of a unit above for one field here, until a day: the end is compulsory (P12). */
export function ExemptDialog({ unit, kind, choices, onClose }: ExemptDialogProps) {
  const t = useTranslate();
  const format = useFormat();
  const calendar = useCalendar();
  const notice = useNotice();
  const localText = useLocalText();
  const grant = useApiMutation(grantExemptionDocument);
  const [until, setUntil] = useState<Day>('');
  const [key, setKey] = useState(choices[0].field.key);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { field, state } = choices.find((each) => each.field.key === key) ?? choices[0];
  // Another field may be locked by other units.
  const lifted = state.liftable.find(({ id }) => id === chosenId) ?? state.liftable.at(-1);
  const [ancestorId, ancestor] = [lifted?.id ?? '', lifted?.name ?? ''];
  const to = until === '' ? '' : calendar.endOfDay(until);
  const input = { nodeId: unit.id, kind, fields: [field.key], ancestorId, to };
  const preview = useApiQuery(previewExemptionDocument, { input }, { enabled: until !== '' });
  const words = { unit: unit.name, field: localText(field.label), ancestor };
  const change = {
    title: t('changeSet.exempt', words),
    operation: { verb: 'exempt', ...input },
  } as const;
  const effect = until === '' || preview.isPlaceholderData ? undefined : preview.data?.previewExemption;
  const confirm = async (reason: string) => {
    await grant.mutateAsync({ input, reason });
    notice.done(t('exempt.done', { ...words, until: format.textDate(calendar.lastOfDay(until)) }));
  };
  return (
    <ChangeDialog
      onClose={onClose}
      title={t('exempt.title', words)}
      change={change}
      impact={effect}
      effect={t('exempt.effect', words)}
      reason={{ label: t('exempt.reason'), required: true, help: t('exempt.reasonHelp') }}
      ready={effect?.problems.length === 0}
      onConfirm={confirm}
    >
      {choices.length > 1 && (
        <Choice
          id="exempt-field"
          label={t('exempt.field')}
          value={field.key}
          options={choices.map((each) => [each.field.key, localText(each.field.label)])}
          onChange={setKey}
        />
      )}
      {state.liftable.length > 1 && (
        <Choice
          id="exempt-ancestor"
          label={t('exempt.ancestor')}
          value={ancestorId}
          options={state.liftable.map(({ id, name }) => [id, name])}
          onChange={setChosenId}
        />
      )}
      <DateField
        label={t('exempt.until')}
        value={until}
        onChange={setUntil}
        min={calendar.today()}
        help={t('exempt.untilHelp')}
        width="100%"
      />
      {until !== '' && (
        <Loaded query={preview} failed={t('exempt.previewFailed')}>
          {({ previewExemption }) => (
            <ImpactPanel impact={previewExemption} branches={(group) => <ExemptionBranches input={input} {...group} />} />
          )}
        </Loaded>
      )}
    </ChangeDialog>
  );
}
