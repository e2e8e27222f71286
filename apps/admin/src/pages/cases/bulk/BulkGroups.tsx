import { useTranslate } from 'ra-core';
import { useFormat } from '../../../shared/format';
import type { BulkPreview } from './documents';

const MOST = 20;

/** The dry run: to how many it will be done and for how much, and to which not and why. */
export function BulkGroups({ preview }: { preview: BulkPreview }) {
  const t = useTranslate();
  const format = useFormat();
  const { willDo, amount, willNot, absent } = preview;
  const named = (rows: readonly { readonly code: string }[]) => {
    const codes = rows.slice(0, MOST).map(({ code }) => code);
    return codes.join(t('shared.list')) + (rows.length > MOST ? '…' : '');
  };
  return (
    <dl>
      <dt>{t('cases.bulk.willDo', { n: willDo.length, sum: format.money(amount) })}</dt>
      <dd className="hw-meta hw-tabular">{named(willDo)}</dd>
      {willNot.map(({ reason, state, rows }) => (
        <div key={`${reason} ${state}`} role="group" aria-label={t('cases.bulk.willNot', { n: rows.length })}>
          <dt>
            {t('cases.bulk.willNot', { n: rows.length })} · {t(`cases.bulk.why.${reason}`, { state: t(`chip.case.${state}`) })}
          </dt>
          <dd className="hw-meta hw-tabular">{named(rows)}</dd>
        </div>
      ))}
      {absent > 0 && <dt>{t('cases.bulk.absent', { n: absent })}</dt>}
    </dl>
  );
}
