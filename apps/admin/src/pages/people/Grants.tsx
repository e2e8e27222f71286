import { useTranslate } from 'ra-core';
import type { Person } from './documents';

/** Roles with their units, one after another. */
export function Grants({ grants }: { grants: Person['grants'] }) {
  const t = useTranslate();
  if (grants.length === 0) return <span className="hw-hint">{t('people.noRole')}</span>;
  return (
    <>
      {grants.map((grant) => (
        <div key={grant.id}>
          {t(`role.${grant.role}`)} · {grant.node.name}
        </div>
      ))}
    </>
  );
}
