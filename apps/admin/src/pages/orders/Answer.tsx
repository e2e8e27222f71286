import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { useFormat } from '../../shared/format';
import { useLocalText } from '../../shared/useLocalText';
import { useFreightText } from '../../shared/useFreightText';
import { v } from '../../theme/vars';
import { reasonsDocument, type Eligibility, type Order } from './documents';

type Flip = Eligibility['flips'][number];

/** The one change that would turn the answer round, in a sentence. */
function useFlipText(order: Order): (flip: Flip) => string {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const { data } = useApiQuery(reasonsDocument, {});
  return ({ kind, at, amount, reason, type, photos, invoicePhotos, lines }) => {
    const label = data?.returnReasons.find(({ code }) => code === reason)?.label;
    const pieces = (lines ?? []).map(({ orderLineId, quantity }) => {
      const name = order.lines.find(({ id }) => id === orderLineId)?.name ?? '';
      return `${name} ×${String(quantity)}`;
    });
    return t(`orders.flip.${kind}`, {
      at: at === null ? '' : format.textTime(at),
      amount: amount === null ? '' : format.money(amount, order.currency),
      reason: label ? localText(label) : '',
      type: type === null ? '' : t(`orders.type.${type}`),
      goods: photos ?? 0,
      invoice: invoicePhotos ?? 0,
      lines: pieces.join(t('shared.list')),
    });
  };
}

const Verdict = styled('div')({
  padding: '8px 12px',
  borderRadius: 6,
  '&[data-eligible="true"]': { color: v.tone.good.ink, backgroundColor: v.tone.good.ground },
  '&[data-eligible="false"]': { color: v.tone.trouble.ink, backgroundColor: v.tone.trouble.ground },
  '& ul': { margin: '4px 0 0', paddingLeft: 20 },
  '& summary': { cursor: 'pointer' },
});

/** What the rules say to it before it is filed: how much comes back and who pays the freight, or which rule stands against it. */
export function Answer({ order, answer }: { order: Order; answer: Eligibility }) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const freightText = useFreightText();
  const { eligible, freight, trace, flips, restockingFee } = answer;
  const flipText = useFlipText(order);
  const against = trace.filter((step) => !step.passed);
  const rules = (
    <ul>
      {(eligible ? trace : against).map((step, index) => (
        <li key={`${step.rule} ${String(index)}`}>{localText(step.text)}</li>
      ))}
    </ul>
  );
  return (
    <Verdict data-eligible={eligible} role="status">
      <strong>
        {eligible
          ? t('orders.apply.eligible', { amount: format.money(answer.maxAmount, order.currency) })
          : t('orders.apply.refused')}
      </strong>
      {eligible && restockingFee > 0 && (
        <div>{t('orders.apply.fee', { amount: format.money(restockingFee, order.currency) })}</div>
      )}
      {eligible && <div>{t('orders.apply.freight', { payer: freightText(freight) })}</div>}
      {flips.slice(0, 1).map((flip) => (
        <div key={flip.kind}>{flipText(flip)}</div>
      ))}
      {eligible ? (
        <details>
          <summary>{t('orders.apply.rules', { n: trace.length })}</summary>
          {rules}
        </details>
      ) : (
        rules
      )}
    </Verdict>
  );
}
