import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { ImpactPanel } from '../../shared/impact';
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
  const save = async (reason: string) => {
    await own.save(reason);
    notice.done(t('effective.saved', values));
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('effective.save', values)}
      confirm={effect ? t('effective.saveCount', { unit: node.name, n: effect.changed }) : t('effective.save', values)}
      effect={t('effective.saveEffect', values)}
      reason={{ label: t('effective.reason') }}
      ready={effect?.problems.length === 0}
      onConfirm={save}
    >
      <Loaded query={preview} failed={t('effective.previewFailed')}>
        {({ previewOwnRules }) => <ImpactPanel impact={previewOwnRules} />}
      </Loaded>
    </ActionDialog>
  );
}
