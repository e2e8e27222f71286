import { useTranslate } from 'ra-core';
import type { ChangeOperation } from '../../shared/changeSet';
import { useRuleText } from '../../shared/rules';
import type { Group } from './groups';

/** What operations that say the same do, in one line: 华东 下发 全国标准版 v4; 西湖店及另外 411 个组织 自定义. */
export function useOperationTitle(): (group: Group) => string {
  const t = useTranslate();
  const { say } = useRuleText();
  const unitsOf = ([{ operation }, ...more]: Group): string => {
    const { name } = operation.node;
    return more.length === 0 ? name : t('changes.operation.units', { unit: name, others: more.length });
  };
  return (group) => {
    const { verb, kind, policyName, versionNumber, ancestor, parent }: ChangeOperation = group[0].operation;
    const unit = unitsOf(group);
    if (kind === null) return say('changes.operation.move', { unit, parent: parent?.name ?? '' });
    const words = { unit, kind: t(`rules.kind.${kind}`), ancestor: ancestor?.name ?? '' };
    if (verb !== 'assign') return say(`changes.operation.${verb}`, words);
    if (policyName === null) return say('changes.operation.assignNothing', words);
    return say('changes.operation.assign', { ...words, version: `${policyName} v${String(versionNumber ?? '')}` });
  };
}
