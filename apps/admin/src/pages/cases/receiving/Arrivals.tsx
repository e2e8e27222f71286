import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { CaseStateChip } from '../../../shared/chips';
import { Sheet } from '../../../shared/page';
import { ScopedLink, useGo } from '../../../shared/scope';
import { EmptyState } from '../../../shared/states';
import type { CaseAction } from '../documents';
import { useGoods } from '../words';
import { ArrivalSheet } from './ArrivalSheet';
import type { Arrival, DropIn } from './documents';
import { DropInSheet } from './DropInSheet';
import { awaitsGoods, inOrder } from './steps';

const Sheets = styled('div')({ display: 'grid', gap: 16, maxWidth: 1040 });
const Rows = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 8,
  '& li': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  '& li > span:first-of-type': { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
});

export interface Asked {
  readonly item: Arrival;
  readonly action: CaseAction;
}

function NotFound({ scanned }: { scanned: string }) {
  const t = useTranslate();
  const go = useGo();
  return (
    <EmptyState
      kind="nothing"
      text={t('cases.receiving.none', { scanned })}
      hint={t('cases.receiving.noneHint')}
      action={
        <Button variant="outlined" onClick={() => go(`/orders?search=${encodeURIComponent(scanned)}`)}>
          {t('cases.receiving.byOrder')}
        </Button>
      }
    />
  );
}

/** The other cases of the parcel: each is opened here in its turn, or before it. */
function Others({ items, onChoose }: { items: readonly Arrival[]; onChoose: (id: string) => void }) {
  const t = useTranslate();
  const goods = useGoods();
  const waiting = items.filter(awaitsGoods).length;
  return (
    <Sheet title={t('cases.receiving.others', { n: items.length, waiting })}>
      <Rows>
        {items.map((item) => (
          <li key={item.id}>
            <span>
              {goods(item)} <span className="hw-meta hw-tabular">{item.code}</span>
            </span>
            <CaseStateChip state={item.state} payoutFailed={item.payoutFailed} />
            <Button size="small" variant="outlined" onClick={() => onChoose(item.id)}>
              {t('cases.receiving.show', { code: item.code })}
            </Button>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

interface ArrivalsProps {
  readonly scanned: string;
  readonly items: readonly Arrival[];
  /** What the code says to any counter of the chain. */
  readonly dropIn: DropIn | null;
  readonly more: boolean;
  readonly at: string | null;
  readonly onAsk: (asked: Asked) => void;
  /** Goods of another branch were registered. */
  readonly onDropIn: (code: string) => void;
}

/** The cases of the parcel one after the other, those that wait for it first; or the goods of another branch. */
export function Arrivals({ scanned, items, dropIn, more, at, onAsk, onDropIn }: ArrivalsProps) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  const sorted = inOrder(items);
  const current = sorted.find(({ id }) => id === chosen) ?? sorted[0];
  const others = sorted.filter((item) => item !== current);
  const elsewhere = dropIn !== null && items.every(({ code }) => code !== dropIn.code);
  if (!current && !elsewhere) return <NotFound scanned={scanned} />;
  return (
    <Sheets>
      {elsewhere && <DropInSheet goods={dropIn} at={at} onDone={() => onDropIn(dropIn.code)} />}
      {current && (
        <ArrivalSheet key={current.id} item={current} scanned={scanned} onChoose={(action) => onAsk({ item: current, action })} />
      )}
      {others.length > 0 && <Others items={others} onChoose={setChosen} />}
      {more && <ScopedLink to={`/queue?view=all&search=${encodeURIComponent(scanned)}`}>{t('cases.receiving.more')}</ScopedLink>}
    </Sheets>
  );
}
