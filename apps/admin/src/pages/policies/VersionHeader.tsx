import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { VersionChip } from '../../shared/chips';
import { PageHeader } from '../../shared/page';
import type { Policy, Version } from './documents';

interface VersionHeaderProps {
  readonly policy: Policy;
  readonly version: Version;
  readonly action: ReactNode;
  readonly others: ReactNode;
}

/** Which version of which policy, its status, kind and owner. */
export function VersionHeader({ policy, version, action, others }: VersionHeaderProps) {
  const t = useTranslate();
  return (
    <PageHeader
      title={t('policies.editor.title', { policy: policy.name, n: String(version.number) })}
      aside={<VersionChip status={version.status} />}
      scoped={false}
      meta={`${t(`rules.kind.${policy.kind}`)} · ${policy.owner.name}`}
      action={action}
      others={others}
    />
  );
}
