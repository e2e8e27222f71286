import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { CaseStateChip } from '../../../shared/chips';
import { Deadline, Money } from '../../../shared/figures';
import { ZoneOf } from '../../../shared/node';
import { Facts, Sheet } from '../../../shared/page';
import { ScopedLink } from '../../../shared/scope';
import { CaseActions } from '../CaseActions';
import { Checklist } from '../Checklist';
import { AtWork, useColleagues } from '../Colleagues';
import type { CaseAction } from '../documents';
import { OutboundPhotos } from '../Photos';
import { useReason } from '../words';
import type { Arrival } from './documents';
import { parcelIn, stepsOf } from './steps';

const Body = styled('div')({ display: 'grid', gap: 16 });
const Compare = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
  '& > section > h3': { margin: '0 0 8px', fontSize: 14, lineHeight: '22px', fontWeight: 600 },
});

interface ArrivalSheetProps {
  readonly item: Arrival;
  readonly scanned: string;
  readonly onChoose: (action: CaseAction) => void;
}

function ArrivalFacts({ item, scanned }: Omit<ArrivalSheetProps, 'onChoose'>) {
  const t = useTranslate();
  const reason = useReason();
  const parcel = parcelIn(item, scanned);
  return (
    <Facts
      rows={[
        ...item.lines.map(
          ({ quantity, orderLine }, index) =>
            [
              index === 0 ? t('cases.fact.goods') : t('cases.fact.goodsNext', { n: index + 1 }),
              `${orderLine.name} ×${String(quantity)}`,
            ] as const,
        ),
        [t('cases.fact.type'), t(`cases.type.${item.type}`)],
        [t('cases.fact.reason'), reason(item)],
        [t('cases.fact.text'), item.text],
        [t('cases.fact.amount'), <Money key="amount" fen={item.approvedAmount ?? item.requestedAmount} />],
        [t('cases.fact.buyer'), item.buyerName],
        [t('cases.fact.store'), item.node.name],
        [t('cases.input.parcel'), parcel && `${parcel.carrier} ${parcel.tracking}`],
      ]}
    />
  );
}

/** One case of what lies on the counter: what it should be, how it went out, what it is inspected by, and what may be done. */
export function ArrivalSheet({ item, scanned, onChoose }: ArrivalSheetProps) {
  const t = useTranslate();
  const colleagues = useColleagues(item.id);
  const steps = stepsOf(item);
  return (
    <ZoneOf nodeId={item.node.id}>
      <Sheet
        title={t('cases.code', { code: item.code })}
        aside={<CaseStateChip state={item.state} payoutFailed={item.payoutFailed} />}
      >
        <Body>
          <Compare>
            <ArrivalFacts item={item} scanned={scanned} />
            {item.checklist.length > 0 && (
              <section>
                <h3>{t('cases.checklist.title')}</h3>
                <Checklist items={item.checklist} />
              </section>
            )}
            <OutboundPhotos photos={item.photos} />
          </Compare>
          {item.deadline && <Deadline at={item.deadline.at} outcome={item.deadline.outcomeText} />}
          <AtWork colleagues={colleagues} />
          {steps.length > 0 ? (
            <CaseActions actions={steps} onChoose={onChoose} />
          ) : (
            <p className="hw-hint">{t('cases.receiving.otherStep')}</p>
          )}
          <div>
            <ScopedLink to={`/cases/${item.id}`}>{t('cases.queue.open')}</ScopedLink>
          </div>
        </Body>
      </Sheet>
    </ZoneOf>
  );
}
