import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { newUnitRulesDocument, type Unit } from './documents';

/** What a new unit has from its first moment: the free returns of its parent. */
export function NewUnitRules({ parent }: { parent: Unit }) {
  const t = useTranslate();
  const { data } = useApiQuery(newUnitRulesDocument, { parentId: parent.id });
  if (!data) return null;
  const { suspension, fields } = data.effectiveRules;
  const isOn = fields.some(({ key, value }) => key === 'enabled' && value === true);
  const locked = fields.filter(({ lock }) => lock !== null).length;
  const state = suspension ? 'suspended' : isOn ? 'on' : 'off';
  return (
    <p>
      {t(`org.create.coverage.${state}`, { parent: parent.name })}
      {locked > 0 && ` ${t('org.create.locked', { n: locked })}`}
    </p>
  );
}
