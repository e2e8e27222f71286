import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { CaseStateChip } from '../../shared/chips';
import { Deadline, Money } from '../../shared/figures';
import { useFormat } from '../../shared/format';
import { Facts, Sheet } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import { useFreightText } from '../../shared/useFreightText';
import { CaseActions } from './CaseActions';
import { AtWork, useColleagues } from './Colleagues';
import { isSentBack, type CaseAction, type CaseRow } from './documents';
import { PausedNote, useGoodsAndPhotos, useReason, useRiskText } from './words';

const Foot = styled('div')({ display: 'grid', gap: 8, marginTop: 16 });

/** The row under the cursor: enough to decide a plain case without opening it. */
export function QueuePreview({ item, onChoose }: { item: CaseRow; onChoose: (action: CaseAction) => void }) {
  const t = useTranslate();
  const format = useFormat();
  const goods = useGoodsAndPhotos();
  const freightText = useFreightText();
  const reason = useReason();
  const risk = useRiskText();
  const colleagues = useColleagues(item.id);
  return (
    <Sheet
      title={t('cases.code', { code: item.code })}
      aside={<CaseStateChip state={item.state} payoutFailed={item.payoutFailed} />}
    >
      <Facts
        rows={[
          [t('cases.fact.type'), t(`cases.type.${item.type}`)],
          [t('cases.fact.goods'), goods(item)],
          [t('cases.fact.reason'), reason(item)],
          [t('cases.fact.text'), item.text],
          [t('cases.fact.amount'), <Money key="amount" fen={item.approvedAmount ?? item.requestedAmount} />],
          [t('cases.fact.freight'), isSentBack(item) ? freightText(item.freight) : null],
          [t('cases.fact.store'), item.node.name],
          [t('cases.fact.buyer'), item.buyerName],
          [t('cases.fact.return'), item.keepsItem ? t('cases.keep.fact') : null],
          [t('cases.fact.risk'), risk(item)],
          [t('cases.fact.applied'), format.nearTime(item.appliedAt)],
        ]}
      />
      <Foot>
        <AtWork colleagues={colleagues} />
        {item.deadline && <Deadline at={item.deadline.at} outcome={item.deadline.outcomeText} />}
        <PausedNote item={item} />
        <CaseActions actions={item.allowedActions} ended={item.deadline === null} onChoose={onChoose} />
        <div>
          <ScopedLink to={`/cases/${item.id}`}>{t('cases.queue.open')}</ScopedLink>
        </div>
      </Foot>
    </Sheet>
  );
}
