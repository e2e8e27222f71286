import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { DraftButton, needsApproval, useChangeSet } from '../../shared/changeSet';
import { ActionDialog } from '../../shared/dialog';
import { ImpactPanel, type Effect } from '../../shared/impact';
import { Loaded } from '../../shared/states';
import { previewCoverageDocument, turnCoverageDocument, type CoverageRow } from './documents';

interface TurnDialogProps {
  readonly row: CoverageRow;
  readonly on: boolean;
  readonly onDone: (effect: Effect) => void;
  readonly onClose: () => void;
}

/** Free returns on or off for a unit and all below it: where it has an effect, where not and why, above the button (P3). */
export function TurnDialog({ row, on, onDone, onClose }: TurnDialogProps) {
  const t = useTranslate();
  const { id, name } = row.node;
  const turn = useApiMutation(turnCoverageDocument);
  const preview = useApiQuery(previewCoverageDocument, { nodeId: id, on });
  const effect = preview.data?.previewCoverage;
  const way = on ? 'on' : 'off';
  const change = {
    title: t(on ? 'changeSet.turnOn' : 'changeSet.turnOff', { unit: name }),
    operation: { verb: 'setOwn', kind: 'returnShippingSubsidy', nodeId: id, changes: { enabled: { set: on } } },
  } as const;
  const changeSet = useChangeSet(change);
  const isReviewed = needsApproval(effect);
  const verb = t(`coverage.turn.${way}`, { unit: name });
  const confirm = async (reason: string) => {
    const done = await turn.mutateAsync({ nodeId: id, on, reason: reason === '' ? null : reason });
    onDone(done.turnCoverage);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      danger={!on}
      title={verb}
      confirm={
        isReviewed
          ? t('changeSet.submit', { action: verb })
          : effect
            ? t(`coverage.turn.${way}Confirm`, { unit: name, n: effect.changed })
            : verb
      }
      others={<DraftButton change={change} ready={effect?.problems.length === 0} />}
      effect={t(`coverage.turn.${way}Effect`, { unit: name })}
      reason={{ label: t('coverage.turn.reason') }}
      ready={effect?.problems.length === 0}
      onConfirm={isReviewed ? changeSet.submit : confirm}
    >
      <Loaded query={preview} failed={t('coverage.turn.previewFailed')}>
        {({ previewCoverage }) => (
          <ImpactPanel
            impact={{ ...previewCoverage, fields: [] }}
            sum={t(`coverage.turn.${way}Sum`, { changed: previewCoverage.changed, unchanged: previewCoverage.unchanged })}
          />
        )}
      </Loaded>
    </ActionDialog>
  );
}
