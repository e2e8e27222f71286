import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ChangeDialog, MAX_OPERATIONS, needsApproval } from '../../shared/changeSet';
import { CoverageBranches, ImpactPanel, type Effect } from '../../shared/impact';
import { Band } from '../../shared/page';
import { Loaded } from '../../shared/states';
import { previewCoverageDocument, turnCoverageDocument, type CoverageRow } from './documents';

interface TurnDialogProps {
  readonly row: CoverageRow;
  readonly on: boolean;
  /** Units below that stay as they are. */
  readonly exclude: readonly string[];
  readonly onDone: (effect: Effect) => void;
  readonly onClose: () => void;
}

/** Free returns on or off for a unit and all below it: where it has an effect, where not and why, above the button (P3). */
export function TurnDialog({ row, on, exclude, onDone, onClose }: TurnDialogProps) {
  const t = useTranslate();
  const { id, name } = row.node;
  const turn = useApiMutation(turnCoverageDocument);
  const preview = useApiQuery(previewCoverageDocument, { nodeId: id, on, exclude: [...exclude] });
  const effect = preview.data?.previewCoverage;
  const way = on ? 'on' : 'off';
  const kept = effect?.keeps ?? [];
  const switched = (nodeId: string, set: boolean) =>
    ({ verb: 'setOwn', kind: 'returnShippingSubsidy', nodeId, changes: { enabled: { set } } }) as const;
  // What is kept is said first, so that the rest is judged without it.
  const changes = {
    title: t(on ? 'changeSet.turnOn' : 'changeSet.turnOff', { unit: name }),
    operations: [...kept.map((unit) => switched(unit.id, !on)), switched(id, on)],
  };
  const fitsSet = changes.operations.length <= MAX_OPERATIONS;
  const isReviewed = needsApproval(effect);
  const verb = t(`coverage.turn.${way}`, { unit: name });
  const confirm = async (reason: string) => {
    const done = await turn.mutateAsync({ nodeId: id, on, exclude: [...exclude], reason: reason === '' ? null : reason });
    onDone(done.turnCoverage);
  };
  return (
    <ChangeDialog
      onClose={onClose}
      danger={!on}
      title={verb}
      {...(effect && { confirm: t(`coverage.turn.${way}Confirm`, { unit: name, n: effect.changed }) })}
      change={changes}
      impact={effect}
      keep={fitsSet && effect?.problems.length === 0}
      effect={t(`coverage.turn.${way}Effect`, { unit: name })}
      reason={{ label: t('coverage.turn.reason') }}
      ready={effect?.problems.length === 0 && (fitsSet || !isReviewed)}
      onConfirm={confirm}
    >
      {kept.length > 0 && <p className="hw-hint">{t('coverage.turn.kept', { n: kept.length })}</p>}
      {!fitsSet && isReviewed && <Band tone="act">{t('coverage.turn.tooMany', { n: MAX_OPERATIONS - 1 })}</Band>}
      <Loaded query={preview} failed={t('coverage.turn.previewFailed')}>
        {({ previewCoverage }) => (
          <ImpactPanel
            impact={{ ...previewCoverage, fields: [] }}
            branches={(group) => <CoverageBranches nodeId={id} on={on} exclude={[...exclude]} {...group} />}
            sum={t(`coverage.turn.${way}Sum`, { changed: previewCoverage.changed, unchanged: previewCoverage.unchanged })}
          />
        )}
      </Loaded>
    </ChangeDialog>
  );
}
