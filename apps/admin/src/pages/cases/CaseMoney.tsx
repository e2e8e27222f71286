import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormat } from '../../shared/format';
import { useLocalText } from '../../shared/useLocalText';
import { useFreightText } from '../../shared/useFreightText';
import { v } from '../../theme/vars';
import { OpenClaimDialog } from './claim/OpenClaimDialog';
import { isSentBack, type CaseDetail } from './documents';
import { useVerb } from './words';

type Refund = CaseDetail['refunds'][number];

const Sums = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  rowGap: 4,
  margin: '12px 0 0',
  '& dt': { color: v.ink2 },
  '& dd': { margin: 0, paddingLeft: 16, textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '& [data-total]': { color: v.ink, fontWeight: 600, borderTop: `1px solid ${v.line}`, paddingTop: 4 },
  '& [data-note]': {
    gridColumn: '1 / -1',
    textAlign: 'left',
    whiteSpace: 'normal',
    paddingLeft: 0,
    color: v.ink2,
    fontSize: 12,
    lineHeight: '20px',
  },
});

/** The payout of a refund: waiting, failed with what the payment channel said, or paid. */
function Payout({ refund }: { refund: Refund }) {
  const t = useTranslate();
  const format = useFormat();
  const failed = refund.attempts.filter((attempt) => attempt.outcome !== 'paid').at(-1);
  if (refund.paidAt !== null && refund.voucher !== null)
    return <>{t('cases.refund.byVoucher', { at: format.nearTime(refund.paidAt), voucher: refund.voucher })}</>;
  if (refund.paidAt !== null) return <>{t('cases.refund.paidAt', { at: format.nearTime(refund.paidAt) })}</>;
  if (failed) return <>{t('cases.refund.failed', { at: format.nearTime(failed.at), said: failed.message ?? failed.outcome })}</>;
  return <>{t('cases.refund.decided')}</>;
}

/** What is refunded at once if the usual step is taken, and if nobody acts: money that waits for goods is none yet. */
function BothWays({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const format = useFormat();
  const nameOf = useVerb();
  const usual = item.allowedActions.find(({ primary, refund, to }) => primary && (refund !== null || !to.includes('REFUNDING')));
  const said = (fen: number | null) =>
    fen === null ? t('cases.money.notYet') : t('cases.money.refunds', { amount: format.money(fen) });
  // Once the refund was decided it stands below, whoever acts.
  if (item.deadline === null || item.state === 'REFUNDING') return null;
  return (
    <Sums>
      {usual && (
        <>
          <dt>{t('cases.money.ifAct', { verb: nameOf(usual) })}</dt>
          <dd>{said(usual.refund)}</dd>
        </>
      )}
      <dt>{t('cases.money.ifNot', { at: format.nearTime(item.deadline.at) })}</dt>
      <dd>{said(item.deadline.cost)}</dd>
    </Sums>
  );
}

/** Goods that did not come back, and what of the cost is claimed of others. */
function Lost({ item: { goodsLoss, goodsLossAssumed, recovery } }: { item: CaseDetail }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <>
      {goodsLoss !== null && goodsLoss !== 0 && (
        <>
          <dt>{t(goodsLossAssumed ? 'cases.money.goodsLossAssumed' : 'cases.money.goodsLoss')}</dt>
          <dd>{format.money(goodsLoss)}</dd>
        </>
      )}
      {recovery !== null && recovery !== 0 && (
        <>
          <dt>{t('cases.money.recovery')}</dt>
          <dd>{format.money(-recovery)}</dd>
        </>
      )}
    </>
  );
}

/** For whoever may claim it of others, as long as the case costs anything. */
function ClaimButton({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  if (!item.canOpenClaim && !isOpen) return null;
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => setOpen(true)} sx={{ marginTop: 1.5 }}>
        {t('cases.claim.verb')}
      </Button>
      {isOpen && <OpenClaimDialog item={item} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Who pays the return freight and by which rule, what the case costs the chain, what goes back to the buyer. */
export function CaseMoney({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const freightText = useFreightText();
  const { freight } = item;
  const parts = (['subsidy', 'fault', 'overCap'] as const).flatMap((part) => {
    const fen = freight[part];
    return fen === null || fen === 0 ? [] : [[part, fen] as const];
  });
  return (
    <>
      {isSentBack(item) && (
        <>
          <p>
            {t('cases.fact.freight')} · <strong>{freightText(freight)}</strong>
          </p>
          {freight.trace.map((step) => (
            <p key={step.rule} className="hw-meta">
              {localText(step.text)}
            </p>
          ))}
        </>
      )}
      <BothWays item={item} />
      <Sums>
        {parts.map(([part, fen]) => (
          <div key={part} style={{ display: 'contents' }}>
            <dt>{t(`cases.money.${part}`)}</dt>
            <dd>{format.money(fen)}</dd>
          </div>
        ))}
        <Lost item={item} />
        {item.cost !== null && (
          <>
            <dt data-total>{t('cases.money.cost')}</dt>
            <dd data-total>{format.money(item.cost)}</dd>
          </>
        )}
        {freight.buyer !== null && freight.buyer > 0 && (
          <>
            <dt>{t('cases.money.buyer')}</dt>
            <dd>{format.money(freight.buyer)}</dd>
          </>
        )}
      </Sums>
      <ClaimButton item={item} />
      {item.refunds.map((refund) => (
        <Sums key={refund.id}>
          <dt data-total>{t(`cases.refund.${refund.purpose}`)}</dt>
          <dd data-total>{format.money(refund.amount)}</dd>
          <dd data-note>
            <Payout refund={refund} />
          </dd>
        </Sums>
      ))}
    </>
  );
}
