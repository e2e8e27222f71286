import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import type { AssignablePolicy } from '../../shared/assign';

interface VersionSideProps {
  readonly id: string;
  readonly label: string;
  readonly policies: readonly AssignablePolicy[];
  /** Policy and number, as the address writes them; empty where none is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of all versions of a kind that the viewer sees. */
export function VersionSide({ id, label, policies, value, onChange }: VersionSideProps) {
  const t = useTranslate();
  const options = policies.flatMap((policy) =>
    policy.versions.map(({ number }) => ({
      value: `${policy.id}.${String(number)}`,
      text: t('assign.versionOption', { owner: policy.owner.name, policy: policy.name, n: String(number) }),
    })),
  );
  return (
    <TextField
      select
      id={id}
      label={label}
      value={options.some((option) => option.value === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.text}
        </MenuItem>
      ))}
    </TextField>
  );
}
