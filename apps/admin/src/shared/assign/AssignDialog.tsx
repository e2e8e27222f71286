import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { serverNow } from '../clock';
import { ChangeDialog } from '../changeSet';
import { InZone, useCalendar, useFormat } from '../format';
import { AssignmentBranches, ImpactPanel, type Effect } from '../impact';
import { NodeField, useZoneOf } from '../node';
import type { KindKey } from '../rules';
import { Loaded } from '../states';
import { assignDocument, previewAssignmentDocument } from './documents';
import { instants, IntervalFields, type Interval } from './IntervalFields';
import { VersionChoice } from './VersionChoice';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Assigned {
  readonly effect: Effect;
  readonly text: string;
}

export interface AssignDialogProps {
  readonly kind: KindKey;
  /** Given where the page is about a version; chosen here otherwise. */
  readonly version?: { readonly id: string; readonly label: string };
  /** Given where the page is about a unit; chosen here otherwise. */
  readonly unit?: Named;
  readonly onDone: (assigned: Assigned) => void;
  readonly onClose: () => void;
}

/** Puts a version on a unit and all below it for a time: impact and checks stand above the button (P4, P7). */
export function AssignDialog({ kind, version: given, unit: givenUnit, onDone, onClose }: AssignDialogProps) {
  const t = useTranslate();
  const assign = useApiMutation(assignDocument);
  const [version, setVersion] = useState(given ?? null);
  const [unit, setUnit] = useState<Named | null>(givenUnit ?? null);
  const zone = useZoneOf(unit?.id ?? null);
  const calendar = useCalendar(zone);
  const format = useFormat(zone);
  const [interval, setInterval] = useState<Interval>({ from: '', to: '' });
  const [fit, setFit] = useState(false);
  const variables = { nodeId: unit?.id ?? '', versionId: version?.id ?? '', ...instants(interval, calendar), fit };
  const preview = useApiQuery(previewAssignmentDocument, variables, { enabled: unit !== null && version !== null });
  const effect = preview.isPlaceholderData ? undefined : preview.data?.previewAssignment;
  const verb = t('assign.confirm', { unit: unit?.name ?? '…' });
  const { nodeId, versionId, from, to } = variables;
  const change = {
    title: t('changeSet.assign', { unit: unit?.name ?? '', version: version?.label ?? '' }),
    operation: { verb: 'assign', kind, nodeId, versionId, to },
    effectiveAt: from,
  } as const;
  const confirm = async (reason: string) => {
    const done = (await assign.mutateAsync({ ...variables, reason: reason === '' ? null : reason })).assignVersion;
    const told = { unit: done.node.name, changed: done.changed, unchanged: done.unchanged };
    const isLater = variables.from !== null && Date.parse(variables.from) > serverNow();
    const text = isLater
      ? t('assign.scheduled', { ...told, date: format.textDate(variables.from ?? '') })
      : t('assign.done', told);
    onDone({ effect: done, text });
  };
  return (
    <ChangeDialog
      onClose={onClose}
      title={given ? `${t('assign.title')} · ${given.label}` : t('assign.title')}
      action={verb}
      confirm={effect === undefined ? verb : t('assign.confirmCount', { unit: effect.node.name, n: effect.changed })}
      change={change}
      impact={effect}
      effect={t('assign.effect')}
      reason={{ label: t('assign.reason') }}
      ready={effect?.problems.length === 0}
      onConfirm={confirm}
    >
      {!given && <VersionChoice kind={kind} value={version?.id ?? ''} onChange={setVersion} />}
      {givenUnit ? (
        <p>
          {t('assign.unit')} <strong>{givenUnit.name}</strong>
        </p>
      ) : (
        <NodeField label={t('assign.unit')} value={unit} onChange={setUnit} required />
      )}
      <InZone zone={zone}>
        <IntervalFields value={interval} onChange={setInterval} />
        {unit !== null && version !== null && (
          <Loaded query={preview} failed={t('assign.previewFailed')}>
            {({ previewAssignment }) => (
              <ImpactPanel impact={previewAssignment} branches={(group) => <AssignmentBranches {...variables} {...group} />} />
            )}
          </Loaded>
        )}
        {effect?.warnings.some(({ code }) => code === 'MAY_BE_FITTED') && (
          <FormControlLabel
            control={<Checkbox checked={fit} onChange={(_, checked) => setFit(checked)} />}
            label={t('assign.fit')}
          />
        )}
      </InZone>
    </ChangeDialog>
  );
}
