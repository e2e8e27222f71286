import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { ChangeDialog } from '../../shared/changeSet';
import { ImpactPanel, OwnRulesBranches } from '../../shared/impact';
import type { EffectiveRules } from '../../shared/rules';
import { Loaded } from '../../shared/states';
import { useNotice } from '../../shared/useNotice';
import { previewOwnDocument } from './documents';
import type { OwnRules } from './useOwnRules';

interface SaveDialogProps {
  readonly own: OwnRules;
  readonly rules: EffectiveRules;
  readonly onClose: () => void;
}

/** The changed fields of a unit, and how many branches at and below it follow them, before they are saved. */
export function SaveDialog({ own, rules, onClose }: SaveDialogProps) {
  const t = useTranslate();
  const notice = useNotice();
  const { node, kind } = rules;
  const values = { unit: node.name, n: own.count };
  const preview = useApiQuery(previewOwnDocument, { nodeId: node.id, kind, changes: own.changes });
  const effect = preview.data?.previewOwnRules;
  const change = {
    title: t('changeSet.own', { unit: node.name, kind: t(`rules.kind.${kind}`) }),
    operation: { verb: 'setOwn', kind, nodeId: node.id, changes: own.changes },
  } as const;
  const save = async (reason: string) => {
    await own.save(reason);
    notice.done(t('effective.saved', values));
  };
  return (
    <ChangeDialog
      onClose={onClose}
      title={t('effective.save', values)}
      {...(effect && { confirm: t('effective.saveCount', { unit: node.name, n: effect.changed }) })}
      change={change}
      impact={effect}
      effect={t('effective.saveEffect', values)}
      reason={{ label: t('effective.reason') }}
      ready={effect?.problems.length === 0}
      onSubmitted={own.undo}
      onConfirm={save}
    >
      <Loaded query={preview} failed={t('effective.previewFailed')}>
        {({ previewOwnRules }) => (
          <ImpactPanel
            impact={previewOwnRules}
            branches={(group) => <OwnRulesBranches nodeId={node.id} kind={kind} changes={own.changes} {...group} />}
          />
        )}
      </Loaded>
    </ChangeDialog>
  );
}
