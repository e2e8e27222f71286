import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { DifferenceGroups } from '../../shared/difference';
import { Sheet } from '../../shared/page';
import { DirectiveText, type Directive, type RuleField, type RuleKind } from '../../shared/rules';
import { Loaded } from '../../shared/states';
import { useLocalText } from '../../shared/useLocalText';
import { compareVersionsDocument, type Policy, type VersionDifference } from './documents';

const Sides = styled('div')({
  display: 'grid',
  gap: 12,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
  '& > div': { minWidth: 0 },
});

const Groups = styled('div')({ display: 'grid', gap: 12, marginTop: 12 });

function Side({ field, label, directive }: { field: RuleField; label: string; directive: unknown }) {
  const t = useTranslate();
  return (
    <div>
      <div className="hw-meta">{label}</div>
      {directive === null ? t('policies.diff.inherits') : <DirectiveText field={field} directive={directive as Directive} />}
    </div>
  );
}

function Row({ field, each, from, to }: { field: RuleField; each: VersionDifference; from: number; to: number }) {
  const localText = useLocalText();
  return (
    <>
      <div>{localText(field.label)}</div>
      <Sides>
        <Side field={field} label={`v${String(from)}`} directive={each.before} />
        <Side field={field} label={`v${String(to)}`} directive={each.after} />
      </Sides>
    </>
  );
}

interface VersionDiffProps {
  readonly policy: Policy;
  readonly kind: RuleKind;
  readonly number: number;
}

/** What a version says otherwise than another one of its policy; at first, than the one before it (P2). */
export function VersionDiff({ policy, kind, number }: VersionDiffProps) {
  const t = useTranslate();
  const others = policy.versions.map((version) => version.number).filter((each) => each !== number);
  const earlier = others.filter((each) => each < number);
  const [from, setFrom] = useState(earlier.length > 0 ? Math.max(...earlier) : (others[0] ?? number));
  const query = useApiQuery(compareVersionsDocument, { policyId: policy.id, from, to: number }, { enabled: others.length > 0 });
  if (others.length === 0) return null;
  return (
    <Sheet title={t('policies.diff.title')}>
      <TextField
        select
        id="version-diff"
        label={t('policies.diff.with')}
        value={from}
        onChange={(event) => setFrom(Number(event.target.value))}
        sx={{ width: 160 }}
      >
        {others.map((each) => (
          <MenuItem key={each} value={each}>
            v{each}
          </MenuItem>
        ))}
      </TextField>
      <Loaded query={query} failed={t('policies.diff.failed')}>
        {({ compareVersions }) => (
          <Groups>
            <DifferenceGroups differences={compareVersions} keyOf={(each) => each.field}>
              {(each) => {
                const field = kind.fields.find(({ key }) => key === each.field);
                return field && <Row {...{ field, each, from }} to={number} />;
              }}
            </DifferenceGroups>
          </Groups>
        )}
      </Loaded>
    </Sheet>
  );
}
