import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { DateField } from '../../shared/DateField';
import { ChangeDialog } from '../../shared/changeSet';
import { useCalendar, useFormat, type Day } from '../../shared/format';
import { ExemptionBranches, ImpactPanel } from '../../shared/impact';
import type { EffectiveRules, FieldState, RuleField } from '../../shared/rules';
import { Loaded } from '../../shared/states';
import { useLocalText } from '../../shared/useLocalText';
import { useNotice } from '../../shared/useNotice';
import { grantExemptionDocument, previewExemptionDocument } from './documents';

interface ExemptDialogProps {
  readonly rules: EffectiveRules;
  readonly field: RuleField;
  readonly state: FieldState;
  readonly onClose: () => void;
}

/** Lifts a lock or bounds of a unit above for one field here, until a day: the end is compulsory (P12). */
export function ExemptDialog({ rules, field, state, onClose }: ExemptDialogProps) {
  const t = useTranslate();
  const format = useFormat();
  const calendar = useCalendar();
  const notice = useNotice();
  const localText = useLocalText();
  const grant = useApiMutation(grantExemptionDocument);
  const [until, setUntil] = useState<Day>('');
  const [ancestorId, setAncestorId] = useState(state.liftable.at(-1)?.id ?? '');
  const { node, kind } = rules;
  const ancestor = state.liftable.find(({ id }) => id === ancestorId)?.name ?? '';
  const to = until === '' ? '' : calendar.endOfDay(until);
  const input = { nodeId: node.id, kind, fields: [field.key], ancestorId, to };
  const preview = useApiQuery(previewExemptionDocument, { input }, { enabled: until !== '' });
  const words = { unit: node.name, field: localText(field.label), ancestor };
  const change = {
    title: t('changeSet.exempt', words),
    operation: { verb: 'exempt', ...input },
  } as const;
  const effect = until === '' ? undefined : preview.data?.previewExemption;
  const confirm = async (reason: string) => {
    await grant.mutateAsync({ input, reason });
    notice.done(t('effective.exempt.done', { ...words, until: format.textDate(calendar.lastOfDay(until)) }));
  };
  return (
    <ChangeDialog
      onClose={onClose}
      title={t('effective.exempt.title', words)}
      change={change}
      impact={effect}
      effect={t('effective.exempt.effect', words)}
      reason={{ label: t('effective.exempt.reason'), required: true, help: t('effective.exempt.reasonHelp') }}
      ready={effect?.problems.length === 0}
      onConfirm={confirm}
    >
      {state.liftable.length > 1 && (
        <TextField
          select
          id="exempt-ancestor"
          label={t('effective.exempt.ancestor')}
          value={ancestorId}
          onChange={(event) => setAncestorId(event.target.value)}
        >
          {state.liftable.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      <DateField
        label={t('effective.exempt.until')}
        value={until}
        onChange={setUntil}
        min={calendar.today()}
        help={t('effective.exempt.untilHelp')}
        width="100%"
      />
      {until !== '' && (
        <Loaded query={preview} failed={t('effective.previewFailed')}>
          {({ previewExemption }) => (
            <ImpactPanel impact={previewExemption} branches={(group) => <ExemptionBranches input={input} {...group} />} />
          )}
        </Loaded>
      )}
    </ChangeDialog>
  );
}
