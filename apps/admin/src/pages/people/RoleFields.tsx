import { useTranslate } from 'ra-core';
import { Choice } from '../../shared/fields';
import { NodeField, type TreeNode } from '../../shared/node';
import type { Role } from './documents';

const roles: readonly Role[] = [
  'administrator',
  'operator',
  'regionalManager',
  'storeManager',
  'storeStaff',
  'finance',
  'auditor',
];

export interface RoleChoice {
  readonly role: Role;
  readonly node: TreeNode | null;
}

export const noChoice: RoleChoice = { role: 'storeManager', node: null };

/** A role at a unit, and beforehand how far it would reach: HQ instead of a region is the likeliest mistake. */
export function RoleFields({ value, onChange }: { value: RoleChoice; onChange: (value: RoleChoice) => void }) {
  const t = useTranslate();
  const reach =
    value.node === null ? t('people.invite.nodeHelp') : t('people.reach', { unit: value.node.name, n: value.node.branchCount });
  return (
    <>
      <Choice
        id="person-role"
        label={t('people.role')}
        value={value.role}
        options={roles.map((role) => [role, t(`role.${role}`)])}
        onChange={(role) => onChange({ ...value, role })}
      />
      <NodeField
        label={t('people.unit')}
        value={value.node}
        onChange={(node) => onChange({ ...value, node })}
        required
        help={reach}
      />
    </>
  );
}
