import { useTranslate } from 'ra-core';
import type { ChangeOperation } from '../../shared/changeSet';
import { useRuleText } from '../../shared/rules';

/** An operation in one line: 华东 下发 全国标准版 v4. */
export function useOperationTitle(): (operation: ChangeOperation) => string {
  const t = useTranslate();
  const { say } = useRuleText();
  return ({ verb, node, kind, policyName, versionNumber, ancestor, parent }) => {
    if (kind === null) return say('changes.operation.move', { unit: node.name, parent: parent?.name ?? '' });
    const words = { unit: node.name, kind: t(`rules.kind.${kind}`), ancestor: ancestor?.name ?? '' };
    if (verb !== 'assign') return say(`changes.operation.${verb}`, words);
    if (policyName === null) return say('changes.operation.assignNothing', words);
    return say('changes.operation.assign', { ...words, version: `${policyName} v${String(versionNumber ?? '')}` });
  };
}
