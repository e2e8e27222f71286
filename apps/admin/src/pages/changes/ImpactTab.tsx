import { useTranslate } from 'ra-core';
import { Band, Sheet } from '../../shared/page';
import { ImpactPanel } from '../../shared/impact';
import type { ChangeSet } from './documents';
import { OperationBranches } from './OperationBranches';
import { Since } from './Since';
import { useOperationTitle } from './useOperationTitle';
import { Values } from './Values';

/** In which branches which fields change, and where there is no effect, and why; of what was carried out, as it was then. */
export function ImpactTab({ set }: { set: ChangeSet }) {
  const t = useTranslate();
  const titleOf = useOperationTitle();
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
      {operations.map((operation, index) => {
        const effect = impact.effects[index];
        const values = impact.values[index];
        return (
          effect && (
            // Two operations may read the same; their order is theirs.
            <Sheet key={index} title={titleOf(operation)}>
              <ImpactPanel
                impact={{ ...effect, fields: values ? [] : effect.fields, dryRun: status !== 'live' && status !== 'scheduled' }}
                {...(!impact.frozen && { branches: (group) => <OperationBranches id={set.id} index={index} {...group} /> })}
              />
              {values && <Values {...values} />}
            </Sheet>
          )
        );
      })}
    </>
  );
}
