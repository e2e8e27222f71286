import { useTranslate } from 'ra-core';
import type { AssignablePolicy } from '../../shared/assign';
import { Choice } from '../../shared/fields';

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
    policy.versions.map(({ number }): [string, string] => [
      `${policy.id}.${String(number)}`,
      t('assign.versionOption', { owner: policy.owner.name, policy: policy.name, n: String(number) }),
    ]),
  );
  return (
    <Choice
      id={id}
      label={label}
      value={options.some(([each]) => each === value) ? value : ''}
      options={options}
      onChange={onChange}
    />
  );
}
