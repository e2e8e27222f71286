import SwapHoriz from '@mui/icons-material/SwapHorizOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { assignableDocument } from '../../shared/assign';
import { VersionDifferences, type VersionPlace } from '../../shared/difference';
import { Choice } from '../../shared/fields';
import { kindKeys, useKinds, type KindKey } from '../../shared/rules';
import { EmptyState, Loaded } from '../../shared/states';
import { useUrlFilters } from '../../shared/url';
import { Sides } from './Sides';
import { VersionSide } from './VersionSide';

/** A version as the address names it, `policy.number`. */
function placeOf(text: string): VersionPlace | null {
  const [, policyId, number] = /^(.+)\.(\d+)$/.exec(text) ?? [];
  return policyId === undefined ? null : { policyId, number: Number(number) };
}

function KindChoice({ kind, onChange }: { kind: KindKey; onChange: (kind: string) => void }) {
  const t = useTranslate();
  return (
    <Choice
      id="compare-kind"
      label={t('compare.kind')}
      value={kind}
      options={kindKeys.map((each) => [each, t(`rules.kind.${each}`)])}
      onChange={onChange}
      sx={{ width: 200, marginBottom: '16px' }}
    />
  );
}

function Differences({ kind, from, to }: { kind: KindKey; from: string; to: string }) {
  const t = useTranslate();
  const known = useKinds().data?.find(({ key }) => key === kind);
  const [before, after] = [placeOf(from), placeOf(to)];
  if (!known || !before || !after) return <EmptyState kind="nothing" text={t('compare.chooseTwo')} />;
  if (from === to) return <EmptyState kind="nothing" text={t('compare.sameVersion')} />;
  return <VersionDifferences kind={known} from={before} to={after} />;
}

/** What differs between any two versions of a kind, of one policy or of two (P2). */
export function VersionCompare() {
  const t = useTranslate();
  const { values, set } = useUrlFilters('kind', 'from', 'to');
  const kind = kindKeys.find((each) => each === values.kind) ?? kindKeys[0];
  const query = useApiQuery(assignableDocument, { kind });
  const { from, to } = values;
  return (
    <>
      <KindChoice kind={kind} onChange={(next) => set({ kind: next, from: null, to: null })} />
      <Loaded query={query} failed={t('compare.failed')}>
        {({ policies: { items } }) => (
          <Sides>
            <VersionSide
              id="compare-from"
              label={t('compare.from')}
              policies={items}
              value={from}
              onChange={(next) => set({ from: next })}
            />
            <Button variant="outlined" startIcon={<SwapHoriz />} onClick={() => set({ from: to, to: from })}>
              {t('compare.swap')}
            </Button>
            <VersionSide
              id="compare-to"
              label={t('compare.to')}
              policies={items}
              value={to}
              onChange={(next) => set({ to: next })}
            />
          </Sides>
        )}
      </Loaded>
      <Differences kind={kind} from={from} to={to} />
    </>
  );
}
