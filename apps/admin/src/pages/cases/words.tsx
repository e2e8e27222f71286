import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { RemindedChip, RiskChip } from '../../shared/chips';
import { useLocalText } from '../../shared/useLocalText';
import type { CaseAction, CaseDetail, CaseRow } from './documents';
import type { Inputs } from './verbs';

/** What is wanted back: 「羽绒服 M ×1」, with how many more. */
export function useGoods(): (item: CaseRow) => string {
  const t = useTranslate();
  return (item) => {
    const [first, ...rest] = item.lines;
    if (first === undefined) return '';
    const goods = `${first.orderLine.name} ×${String(first.quantity)}`;
    return rest.length === 0 ? goods : t('cases.goodsMore', { goods, n: rest.length });
  };
}

/** The goods, and how many photos show them: 「羽绒服 M ×1 · 照片 3」. */
export function useGoodsAndPhotos(): (item: CaseRow) => string {
  const t = useTranslate();
  const goods = useGoods();
  return (item) => (item.photoCount === 0 ? goods(item) : t('cases.goodsPhotos', { goods: goods(item), n: item.photoCount }));
}

export function useReason(): (item: CaseRow) => string {
  const text = useLocalText();
  return (item) => `${text(item.reason.classLabel)} · ${text(item.reason.label)}`;
}

/** The offer that awaits the buyer's consent: what, how much, and why; null where there is none. */
export function useProposal(): (item: Pick<CaseDetail, 'proposal'>) => string | null {
  const t = useTranslate();
  const format = useFormat();
  return ({ proposal }) =>
    proposal &&
    [t(`cases.resolution.${proposal.resolution}`), format.money(proposal.amount), proposal.note].filter(Boolean).join(' · ');
}

/** How often the buyer returns, where people are to look closely; null where not. */
export function useRiskText(): (item: CaseRow) => string | null {
  const text = useLocalText();
  return ({ buyerRisk }) => (buyerRisk?.lookClosely ? buyerRisk.trace.map((each) => text(each.text)).join(' ') : null);
}

/** Beside the buyer's clock: the store's own stands still meanwhile (A13). */
export function PausedNote({ item: { deadline } }: { item: CaseRow }) {
  const t = useTranslate();
  return deadline?.paused ? <div className="hw-meta">{t('cases.page.paused')}</div> : null;
}

/** The chip of a case of which people were reminded, with since when; nothing where nothing stands. */
export function Reminded({ item: { remindedKind, remindedAt } }: { item: CaseRow }) {
  const format = useFormat();
  if (remindedKind === null || remindedAt === null) return null;
  return <RemindedChip kind={remindedKind} note={format.nearTime(remindedAt)} />;
}

/** The chip of a case whose buyer returns often, with the numbers. */
export function LookClosely({ item }: { item: CaseRow }) {
  const note = useRiskText()(item);
  return note === null ? null : <RiskChip note={note} />;
}

export function useReasonLabel(): (item: CaseRow) => string {
  const text = useLocalText();
  return (item) => text(item.reason.label);
}

/** Steps that are called by what they lead to: money at once, or a parcel that is owed then. */
function keyOf({ verb, to, returnless }: CaseAction): string {
  if (returnless?.keeps) return 'approveKept';
  if (verb === 'approve' && to.includes('REFUNDING')) return 'approveRefund';
  if (verb === 'approve' && to.includes('AWAIT_RESHIP')) return 'approveReship';
  return verb === 'receive' && to.includes('AWAIT_RESHIP') ? 'receiveGoods' : verb;
}

/** What a button is called: approving and receiving name their effect. */
export function useVerb(): (action: CaseAction) => string {
  const t = useTranslate();
  return (action) => t(`cases.verb.${keyOf(action)}`);
}

/** What the button of a step's dialog does: a verdict says what follows, what it costs, and who is liable. */
export function useConfirm(action: CaseAction, { to, amount, liable }: Pick<Inputs, 'to' | 'amount' | 'liable'>): string {
  const t = useTranslate();
  const format = useFormat();
  const nameOf = useVerb();
  if (action.verb !== 'verdict') return nameOf(action);
  const verdict = t(`cases.verdictDo.${to}`, { amount: amount === null ? '–' : format.money(amount) });
  return liable === '' ? verdict : t('cases.verdictLiable', { verdict, party: t(`cases.party.${liable}`) });
}

/** What is said once it was done: 「8841 已同意退货」. */
export function useDone(): (action: CaseAction, code: string) => string {
  const t = useTranslate();
  return (action, code) => t('cases.done', { code, did: t(`cases.did.${keyOf(action)}`) });
}
