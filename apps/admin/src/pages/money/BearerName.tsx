import { useTranslate } from 'ra-core';

/** HQ is one and the branch is who sold; of a supplier and a partner it takes the name to know which. */
const named = ['supplier', 'partner'];

/** Who bears an entry. */
export function BearerName({ bearer, name }: { bearer: string; name: string | null }) {
  const t = useTranslate();
  return (
    <>
      {t(`money.bearer.${bearer}`, { _: bearer })}
      {name !== null && named.includes(bearer) && <div className="hw-meta">{name}</div>}
    </>
  );
}
