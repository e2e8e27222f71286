import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
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
      <TextField
        select
        id="person-role"
        label={t('people.role')}
        value={value.role}
        onChange={(event) => onChange({ ...value, role: event.target.value as Role })}
      >
        {roles.map((role) => (
          <MenuItem key={role} value={role}>
            {t(`role.${role}`)}
          </MenuItem>
        ))}
      </TextField>
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
