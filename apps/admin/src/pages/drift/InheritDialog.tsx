import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { useRuleText, type RuleField } from '../../shared/rules';
import { useLocalText } from '../../shared/useLocalText';
import { useNotice } from '../../shared/useNotice';
import { inheritDocument, previewInheritDocument, type Drift } from './documents';
import { InheritFrame } from './InheritFrame';

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
  const confirm = async (reason: string | null) => {
    await inherit.mutateAsync({ ...place, ownVersion, reason });
    notice.done(t('drift.inherit.done', words));
  };
  return (
    <InheritFrame
      title={t('drift.inherit.title', words)}
      effect={texts.say('drift.inherit.effect', words)}
      change={change}
      preview={preview}
      impact={effect}
      ready={effect?.problems.length === 0}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
