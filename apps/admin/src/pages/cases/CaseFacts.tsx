import { useTranslate } from 'ra-core';
import { Money } from '../../shared/figures';
import { useFormat } from '../../shared/format';
import { Facts } from '../../shared/page';
import { useLocalText } from '../../shared/useLocalText';
import type { CaseDetail } from './documents';
import { useProposal, useReason, useRiskText } from './words';

interface Address {
  readonly recipient?: string;
  readonly phone?: string;
  readonly province?: string;
  readonly city?: string;
  readonly district?: string;
  readonly street?: string;
  readonly instructions?: string;
}

function addressLine(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { province = '', city = '', district = '', street = '', recipient = '', phone = '', instructions = '' }: Address = value;
  const where = [`${province}${city}${district}${street}`, recipient, phone].filter((part) => part !== '').join(' ');
  return [where, instructions].filter((part) => part !== '').join(' · ');
}

/** What the buyer wants and why; the return address only once it was approved. */
export function CaseFacts({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const reason = useReason();
  const risk = useRiskText();
  const proposal = useProposal();
  const { followUp } = item.reason;
  const goodsName = (index: number) => (index === 0 ? t('cases.fact.goods') : t('cases.fact.goodsNext', { n: index + 1 }));
  return (
    <Facts
      rows={[
        ...item.lines.map((line, index) => [goodsName(index), `${line.orderLine.name} ×${String(line.quantity)}`] as const),
        [t('cases.fact.type'), t(`cases.type.${item.type}`)],
        [t('cases.fact.reason'), reason(item)],
        [t('cases.fact.text'), item.text],
        [t('cases.fact.followUp'), followUp && `${localText(followUp)} ${item.followUpAnswer ?? t('cases.fact.notAnswered')}`],
        [t('cases.fact.amount'), <Money key="asked" fen={item.requestedAmount} />],
        [t('cases.fact.approved'), item.approvedAmount === null ? null : <Money key="approved" fen={item.approvedAmount} />],
        [t('cases.fact.fee'), item.restockingFee > 0 ? <Money key="fee" fen={item.restockingFee} /> : null],
        [t('cases.fact.proposal'), proposal(item)],
        [t('cases.fact.buyer'), item.buyerName],
        [t('cases.fact.return'), item.keepsItem ? t('cases.keep.fact') : null],
        [t('cases.fact.risk'), risk(item)],
        [t('cases.fact.applied'), format.textTime(item.appliedAt)],
        [t('cases.fact.route'), item.goods.map(({ text }) => localText(text)).join(t('cases.fact.then'))],
        [t('cases.fact.address'), addressLine(item.returnAddress)],
        [t('cases.fact.returnLabel'), item.returnLabel && `${item.returnLabel.carrier} ${item.returnLabel.tracking}`],
        [t('cases.fact.pickup'), item.pickup && `${format.textTime(item.pickup.from)} – ${format.nearTime(item.pickup.until)}`],
      ]}
    />
  );
}
