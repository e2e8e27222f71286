import { useTranslate } from 'ra-core';
import { Band, Sheet } from '../../shared/page';
import { ImpactPanel, summedEffect } from '../../shared/impact';
import type { ChangeImpact, ChangeSet } from './documents';
import { groupsOf, type Group } from './groups';
import { OperationBranches } from './OperationBranches';
import { Since } from './Since';
import { useOperationTitle } from './useOperationTitle';
import { summedValues } from './summedValues';
import { Values } from './Values';

interface GroupImpactProps {
  readonly set: ChangeSet;
  readonly impact: ChangeImpact;
  readonly group: Group;
}

/** What operations that say the same do, together; the branches behind the figures of one that stands alone. */
function GroupImpact({ set, impact, group }: GroupImpactProps) {
  const titleOf = useOperationTitle();
  const effects = group.flatMap(({ index }) => impact.effects[index] ?? []);
  const values = summedValues(group.flatMap(({ index }) => impact.values[index] ?? []));
  const [alone, ...more] = effects;
  if (!alone) return null;
  const effect = more.length === 0 ? alone : summedEffect(effects);
  const isBehind = !impact.frozen && more.length === 0;
  const dryRun = set.status !== 'live' && set.status !== 'scheduled';
  return (
    <Sheet title={titleOf(group)}>
      <ImpactPanel
        impact={{ ...effect, fields: values ? [] : effect.fields, dryRun }}
        {...(isBehind && { branches: (keys) => <OperationBranches id={set.id} index={group[0].index} {...keys} /> })}
      />
      {values && <Values {...values} />}
    </Sheet>
  );
}

/** In which branches which fields change, and where there is no effect, and why; of what was carried out, as it was then. */
export function ImpactTab({ set }: { set: ChangeSet }) {
  const t = useTranslate();
  const { impact, operations, status, submittedImpactHash } = set;
  if (!impact) return null;
  const hasMoved = status === 'inReview' && submittedImpactHash !== impact.impactHash;
  return (
    <>
      {hasMoved && <Band tone="act">{t('changes.impact.moved')}</Band>}
      {(hasMoved || status === 'stale') && <Since since={set.since} />}
      {impact.frozen && <p className="hw-hint">{t(status === 'stale' ? 'changes.impact.stale' : 'changes.impact.frozen')}</p>}
      {impact.approval.length > 0 && !impact.frozen && (
        <ImpactPanel
          impact={{ dryRun: true, changed: impact.changed, unchanged: 0, reasons: [], problems: [], approval: impact.approval }}
          sum={null}
        />
      )}
      {groupsOf(operations).map((group) => (
        <GroupImpact key={group[0].index} set={set} impact={impact} group={group} />
      ))}
    </>
  );
}
