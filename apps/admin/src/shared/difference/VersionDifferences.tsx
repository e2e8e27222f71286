import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { problemsIn, type RuleKind } from '../rules';
import { Loaded } from '../states';
import { DifferenceGroups } from './DifferenceGroups';
import { DirectiveChange } from './DirectiveChange';
import { compareVersionsDocument, type VersionPlace } from './documents';

interface VersionDifferencesProps {
  readonly kind: RuleKind;
  readonly from: VersionPlace;
  readonly to: VersionPlace;
}

/** What the later of two versions says otherwise, in shop people's words (P2). */
export function VersionDifferences({ kind, from, to }: VersionDifferencesProps) {
  const t = useTranslate();
  const query = useApiQuery(compareVersionsDocument, { from, to });
  if (problemsIn(query.error?.details).length > 0) return <p className="hw-hint">{t('difference.invalid')}</p>;
  return (
    <Loaded query={query} failed={t('difference.failed')}>
      {({ compareVersions }) => (
        <DifferenceGroups differences={compareVersions} keyOf={(each) => each.field}>
          {(each) => {
            const field = kind.fields.find(({ key }) => key === each.field);
            return field && <DirectiveChange field={field} before={each.before} after={each.after} />;
          }}
        </DifferenceGroups>
      )}
    </Loaded>
  );
}
