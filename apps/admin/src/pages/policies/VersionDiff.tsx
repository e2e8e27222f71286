import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { VersionDifferences } from '../../shared/difference';
import { Choice } from '../../shared/fields';
import { Sheet } from '../../shared/page';
import { unfinished, type Directives, type RuleKind } from '../../shared/rules';
import { ScopedLink } from '../../shared/scope';
import { useUrlParam } from '../../shared/url';
import { useDebounced } from '../../shared/useDebounced';
import type { Policy } from './documents';

const Choose = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 16px', marginBottom: 12 });

interface VersionDiffProps {
  readonly policy: Policy;
  readonly kind: RuleKind;
  readonly number: number;
  /** Of a draft: as it is typed. */
  readonly typed?: Directives;
}

/** The version chosen in the address; without one, that before this one, from which it was drafted, else the next. */
function useOther(numbers: readonly number[], number: number): [number | undefined, (other: string) => void] {
  const others = numbers.filter((each) => each !== number);
  const earlier = others.filter((each) => each < number);
  const usual = earlier.length > 0 ? Math.max(...earlier) : others.at(-1);
  const [chosen, choose] = useUrlParam('with', String(usual));
  return [others.find((each) => String(each) === chosen) ?? usual, choose];
}

/** What of two versions of a policy the later one says otherwise, whichever of them is looked at (P2). */
export function VersionDiff({ policy, kind, number, typed }: VersionDiffProps) {
  const t = useTranslate();
  const numbers = policy.versions.map((version) => version.number);
  const [other, choose] = useOther(numbers, number);
  const directives = useDebounced(typed, 400);
  if (other === undefined) return null;
  const place = (each: number) => ({
    ...{ policyId: policy.id, number: each },
    directives: each === number ? (directives ?? null) : null,
  });
  const [from, to] = other < number ? [other, number] : [number, other];
  const elsewhere = new URLSearchParams({ mode: 'versions', kind: policy.kind, from: `${policy.id}.${String(number)}` });
  return (
    <Sheet title={t('policies.diff.title')}>
      <Choose>
        <Choice
          id="version-diff"
          label={t('policies.diff.with')}
          value={other}
          options={numbers.filter((each) => each !== number).map((each) => [each, `v${String(each)}`])}
          onChange={(chosen) => choose(String(chosen))}
          width={160}
        />
        <strong className="hw-tabular">{`v${String(from)} → v${String(to)}`}</strong>
        <ScopedLink to={`/compare?${elsewhere.toString()}`}>{t('policies.diff.elsewhere')}</ScopedLink>
      </Choose>
      {unfinished(directives ?? {}).length > 0 ? (
        <p className="hw-hint">{t('difference.invalid')}</p>
      ) : (
        <VersionDifferences kind={kind} from={place(from)} to={place(to)} />
      )}
    </Sheet>
  );
}
