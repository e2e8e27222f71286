import { useTranslate } from 'ra-core';
import type { TreeNode } from '../../shared/node';

const leaves: readonly string[] = ['supplier', 'partner'];

/** Beside a unit's name: what it is, and how many stores stand below it. */
export function TreeAside({ unit }: { unit: TreeNode }) {
  const t = useTranslate();
  const type = t(`nodeType.${unit.type}`);
  const below = leaves.includes(unit.type) ? type : `${type} · ${t('org.stores', { n: unit.branchCount })}`;
  return <span className="hw-meta hw-tabular">{unit.type === 'store' ? unit.code : below}</span>;
}
