import { useTranslate, type TranslateFunction } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { Choice } from '../fields';
import type { KindKey } from '../rules';
import { EmptyState, Loaded } from '../states';
import { assignableDocument, type AssignablePolicy } from './documents';

export interface ChosenVersion {
  readonly id: string;
  readonly label: string;
}

function optionsOf(policies: readonly AssignablePolicy[], t: TranslateFunction): readonly ChosenVersion[] {
  return policies.flatMap(({ name, owner, versions }) =>
    versions
      .filter(({ allowedActions }) => allowedActions.includes('policy.assign'))
      .map(({ id, number, status }) => {
        const version = t('assign.versionOption', { owner: owner.name, policy: name, n: String(number) });
        return { id, label: status === 'deprecated' ? t('assign.deprecated', { version }) : version };
      }),
  );
}

interface VersionChoiceProps {
  readonly kind: KindKey;
  readonly value: string;
  readonly onChange: (version: ChosenVersion | null) => void;
}

/** A version that may be assigned, of whatever policy of the kind the viewer sees. */
export function VersionChoice({ kind, value, onChange }: VersionChoiceProps) {
  const t = useTranslate();
  const query = useApiQuery(assignableDocument, { kind });
  return (
    <Loaded query={query} failed={t('assign.noVersion')}>
      {({ policies }) => {
        const options = optionsOf(policies.items, t);
        if (options.length === 0) return <EmptyState kind="nothing" text={t('assign.noVersion')} />;
        return (
          <Choice
            id="assign-version"
            label={t('assign.version')}
            value={value}
            options={options.map(({ id, label }) => [id, label])}
            onChange={(chosen) => onChange(options.find(({ id }) => id === chosen) ?? null)}
            required
          />
        );
      }}
    </Loaded>
  );
}
