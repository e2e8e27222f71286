import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { DraftButton, needsApproval, useChangeSet } from '../../shared/changeSet';
import { ActionDialog } from '../../shared/dialog';
import { ImpactPanel } from '../../shared/impact';
import { useRuleText, type RuleField } from '../../shared/rules';
import { Loaded } from '../../shared/states';
import { useLocalText } from '../../shared/useLocalText';
import { useNotice } from '../../shared/useNotice';
import { inheritDocument, previewInheritDocument, type Drift } from './documents';

/** Takes a unit's own value away: back to the stream, with its impact before. */
export function InheritDialog({ drift, field, onClose }: { drift: Drift; field: RuleField; onClose: () => void }) {
  const t = useTranslate();
  const texts = useRuleText();
  const localText = useLocalText();
  const notice = useNotice();
  const inherit = useApiMutation(inheritDocument);
  const { kind, ownVersion, node } = drift;
  const place = { nodeId: node.id, kind, changes: { [field.key]: null } };
  const preview = useApiQuery(previewInheritDocument, place);
  const effect = preview.data?.previewOwnRules;
  const words = {
    ...{ unit: node.name, field: localText(field.label), source: texts.source(drift.inheritedSource) },
    ...{ own: texts.value(field, drift.own).text, inherited: texts.value(field, drift.inherited).text },
  };
  const change = {
    title: t('changeSet.own', { unit: node.name, kind: t(`rules.kind.${kind}`) }),
    operation: { verb: 'setOwn', ...place },
  } as const;
  const changeSet = useChangeSet(change);
  const isReviewed = needsApproval(effect);
  const title = t('drift.inherit.title', words);
  const confirm = async (reason: string) => {
    await inherit.mutateAsync({ ...place, ownVersion, reason: reason === '' ? null : reason });
    notice.done(t('drift.inherit.done', words));
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={title}
      confirm={
        isReviewed
          ? t('changeSet.submit', { action: title })
          : effect
            ? t('drift.inherit.confirm', { n: effect.changed })
            : t('drift.inherit.verb')
      }
      others={<DraftButton change={change} ready={effect?.problems.length === 0} />}
      effect={texts.say('drift.inherit.effect', words)}
      reason={{ label: t('drift.inherit.reason') }}
      ready={effect?.problems.length === 0}
      onConfirm={isReviewed ? changeSet.submit : confirm}
    >
      <Loaded query={preview} failed={t('drift.inherit.failed')}>
        {({ previewOwnRules }) => <ImpactPanel impact={previewOwnRules} />}
      </Loaded>
    </ActionDialog>
  );
}
