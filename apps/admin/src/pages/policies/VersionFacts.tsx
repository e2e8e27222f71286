import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { Facts, Sheet } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import type { Policy, Version } from './documents';

/** Who made a version, when, and the code of its content. */
export function VersionFacts({ policy, version }: { policy: Policy; version: Version }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <Sheet title={t('policies.version')}>
      <Facts
        rows={[
          [
            t('policies.name'),
            <ScopedLink key="policy" to={`/policies/${policy.id}`}>
              {policy.name}
            </ScopedLink>,
          ],
          [t('policies.kind'), t(`rules.kind.${policy.kind}`)],
          [t('policies.owner'), policy.owner.name],
          [t('policies.author'), version.authorName],
          [t('policies.created'), format.tableTime(version.createdAt)],
          [t('policies.published'), version.publishedAt && format.tableTime(version.publishedAt)],
          [
            t('policies.hash'),
            <span key="hash" className="hw-tabular" title={version.contentHash}>
              {version.contentHash.slice(0, 6).toUpperCase()}
            </span>,
          ],
        ]}
      />
    </Sheet>
  );
}
