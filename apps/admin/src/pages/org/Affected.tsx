import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { ImpactPanel } from '../../shared/impact';
import type { Unit, UnitImpact } from './documents';

const Along = styled('p')({ marginTop: 12 });

/** Who is affected before it is done: stores whose rules change, people and open cases that come along, and what stands against it. */
export function Affected({ unit, impact }: { unit: Unit; impact: UnitImpact }) {
  const t = useTranslate();
  const { branches, ruleChanges, problems, approval, people, openCases } = impact;
  const changed = Math.max(0, ...ruleChanges.map((change) => change.branches));
  return (
    <>
      <ImpactPanel
        impact={{ dryRun: true, changed, unchanged: branches - changed, reasons: [], problems, approval, fields: ruleChanges }}
      />
      <Along>{t('org.along', { unit: unit.name, people, cases: openCases })}</Along>
    </>
  );
}
