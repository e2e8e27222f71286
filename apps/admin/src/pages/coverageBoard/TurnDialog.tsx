import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
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
  const confirm = async (reason: string) => {
    const done = await turn.mutateAsync({ nodeId: id, on, reason: reason === '' ? null : reason });
    onDone(done.turnCoverage);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      danger={!on}
      title={t(`coverage.turn.${way}`, { unit: name })}
      confirm={
        effect ? t(`coverage.turn.${way}Confirm`, { unit: name, n: effect.changed }) : t(`coverage.turn.${way}`, { unit: name })
      }
      effect={t(`coverage.turn.${way}Effect`, { unit: name })}
      reason={{ label: t('coverage.turn.reason') }}
      ready={effect?.problems.length === 0}
      onConfirm={confirm}
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
