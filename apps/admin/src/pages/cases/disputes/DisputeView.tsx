import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../../providers/hooks';
import { CaseStateChip } from '../../../shared/chips';
import { Deadline, Money } from '../../../shared/figures';
import { Facts, Sheet } from '../../../shared/page';
import { ScopedLink } from '../../../shared/scope';
import { Loaded } from '../../../shared/states';
import { CaseActions } from '../CaseActions';
import { AtWork, useColleagues } from '../Colleagues';
import { caseDocument, type CaseAction, type CaseDetail } from '../documents';
import { BothSides } from '../Photos';
import { Stamps } from '../Stamps';
import { useGoods, useProposal, useReason } from '../words';
import { Sides } from './Sides';

const Stack = styled('div')({ display: 'grid', gap: 16, '& p': { margin: 0 } });

/** Who the rules hold liable, and how sure that is. */
function useLiability(): (item: CaseDetail) => string {
  const t = useTranslate();
  return ({ liability }) => {
    if (liability === null) return t('cases.disputes.noLiability');
    const sure = t(liability.assumed ? 'cases.disputes.assumed' : 'cases.disputes.proven');
    return t('cases.disputes.byRule', { party: t(`cases.party.${liability.party}`), sure });
  };
}

function Asked({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const proposal = useProposal();
  const goods = useGoods();
  const reason = useReason();
  const liability = useLiability();
  return (
    <Facts
      rows={[
        [t('cases.fact.goods'), goods(item)],
        [t('cases.fact.type'), t(`cases.type.${item.type}`)],
        [t('cases.fact.reason'), reason(item)],
        [t('cases.fact.amount'), <Money key="asked" fen={item.requestedAmount} />],
        [t('cases.fact.proposal'), proposal(item)],
        [t('cases.disputes.liability'), liability(item)],
        [t('cases.money.cost'), item.cost === null ? null : <Money key="cost" fen={item.cost} />],
        [t('cases.fact.store'), item.node.name],
        [t('cases.fact.buyer'), item.buyerName],
      ]}
    />
  );
}

interface DisputeProps {
  readonly item: CaseDetail;
  readonly onChoose: (action: CaseAction) => void;
}

function Dispute({ item, onChoose }: DisputeProps) {
  const t = useTranslate();
  const colleagues = useColleagues(item.id);
  return (
    <Stack>
      <Sheet
        title={t('cases.code', { code: item.code })}
        aside={<CaseStateChip state={item.state} payoutFailed={item.payoutFailed} />}
      >
        <Stack>
          <Asked item={item} />
          <AtWork colleagues={colleagues} />
          {item.deadline && <Deadline at={item.deadline.at} outcome={item.deadline.outcomeText} />}
          <CaseActions actions={item.allowedActions} ended={item.isTerminal} onChoose={onChoose} />
          <div>
            <ScopedLink to={`/cases/${item.id}`}>{t('cases.queue.open')}</ScopedLink>
          </div>
        </Stack>
      </Sheet>
      <Sheet title={t('cases.disputes.said')}>
        <Sides item={item} />
      </Sheet>
      <Sheet title={t('cases.photos.title')}>
        {item.stamps.length > 0 && <Stamps stamps={item.stamps} />}
        <BothSides photos={item.photos} />
      </Sheet>
    </Stack>
  );
}

/** The case under the cursor, whole enough for a verdict: what each side said and showed, when the goods changed hands, who is liable. */
export function DisputeView({ id, onChoose }: { id: string; onChoose: (item: CaseDetail, action: CaseAction) => void }) {
  const t = useTranslate();
  const query = useApiQuery(caseDocument, { id });
  return (
    <Loaded query={query} failed={t('cases.page.failed')}>
      {({ case: item }) =>
        item ? <Dispute item={item} onChoose={(action) => onChoose(item, action)} /> : <p>{t('cases.page.gone')}</p>
      }
    </Loaded>
  );
}
