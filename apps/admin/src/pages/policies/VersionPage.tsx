import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../providers/hooks';
import { useKinds, type RuleKind } from '../../shared/rules';
import { EmptyState, Loaded } from '../../shared/states';
import { policyDocument, type Policy } from './documents';
import { VersionEditor } from './VersionEditor';
import { VersionView } from './VersionView';

function Version({ policy, kinds, number }: { policy: Policy; kinds: readonly RuleKind[]; number: number }) {
  const t = useTranslate();
  const [reloads, setReloads] = useState(0);
  const version = policy.versions.find((each) => each.number === number);
  const kind = kinds.find(({ key }) => key === policy.kind);
  if (!version || !kind) return <EmptyState kind="nothing" text={t('policies.gone')} />;
  if (!version.allowedActions.includes('policyVersion.saveDraft')) {
    return <VersionView policy={policy} version={version} kind={kind} />;
  }
  return (
    <VersionEditor
      key={`${version.id} ${String(reloads)}`}
      {...{ policy, version, kind }}
      onReload={() => setReloads(reloads + 1)}
    />
  );
}

/** A version: a draft is edited here, what was published is read. */
export function VersionPage() {
  const t = useTranslate();
  const { id = '', n = '' } = useParams();
  const kinds = useKinds();
  const query = useApiQuery(policyDocument, { id });
  return (
    <Loaded query={kinds} failed={t('policies.failed')}>
      {(known) => (
        <Loaded query={query} failed={t('policies.failed')}>
          {({ policy }) =>
            policy ? (
              <Version key={`${policy.id} ${n}`} policy={policy} kinds={known} number={Number(n)} />
            ) : (
              <EmptyState kind="nothing" text={t('policies.gone')} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}
