import RateReview from '@mui/icons-material/RateReviewOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormat } from '../format';
import { useFieldLabel, type KindKey } from '../rules';
import { v } from '../../theme/vars';
import { BranchesDialog, Count, type Show } from './BranchesDialog';
import type { BranchesOf, BranchGroup } from './BranchList';
import { CheckLines, type Check } from './CheckLines';
import { checkStyles } from './checkStyles';
import { Clashes, type Clash } from './Clashes';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Why something has no effect on some branches. */
export interface NoEffect {
  readonly code: string;
  readonly branches: number;
  readonly by?: Named | null;
  readonly examples: readonly Named[];
  /** Names its branches; null of what was kept without them. */
  readonly key?: string | null;
}

/** Reasons that are one line. */
type Folded = NoEffect & { readonly keys: string[] };

/** In how many branches a field changes. */
export interface FieldChange {
  readonly kind: KindKey;
  readonly field: string;
  readonly branches: number;
}

/** An assignment that lies beneath the new one and holds again when that ends. */
export interface Covered {
  readonly id: string;
  readonly track?: string;
  readonly policyName: string | null;
  readonly versionNumber: number | null;
  readonly from: string;
  readonly to: string | null;
}

/** Why a change needs the approval of somebody else first. */
export interface ApprovalReason {
  readonly code: string;
  /** Branches, or fen. */
  readonly value: number | null;
  readonly limit: number | null;
}

/** Who a change reaches: the API's `CoverageEffect`, or the like of it. */
export interface Impact {
  readonly dryRun: boolean;
  readonly changed: number;
  readonly unchanged: number;
  readonly reasons: readonly NoEffect[];
  readonly problems: readonly Check[];
  /** Not in the way, but to be known before. */
  readonly warnings?: readonly Check[];
  readonly fields?: readonly FieldChange[];
  readonly covers?: readonly Covered[];
  readonly approval?: readonly ApprovalReason[];
  readonly clashes?: readonly Clash[];
  /** The unit that it is made at. */
  readonly node?: Named;
  /** What returns cost there this month, in fen; null where that is not the viewer's to know. */
  readonly costThisMonth?: number | null;
}

const EXAMPLES = 5;

/** Names the branches that change. */
const CHANGED = ['changed'];

interface Shown {
  readonly group: BranchGroup;
  readonly title: string;
}

const Root = styled('section')({
  display: 'grid',
  gap: 12,
  padding: 12,
  borderRadius: 6,
  border: `1px solid ${v.line}`,
  backgroundColor: v.canvas,
  '& [data-part="sum"]': { fontSize: 16, lineHeight: '24px', fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  '& [data-part="reason"]': { display: 'grid', gridTemplateColumns: 'minmax(48px, max-content) 1fr', gap: 12 },
  ...checkStyles,
});

/** A branch that stands in its own way needs no line of its own: all of one kind are one line, with some of them as examples. */
function folded(reasons: readonly NoEffect[]): readonly Folded[] {
  const isItself = ({ branches, by, examples }: NoEffect) => branches === 1 && by != null && by.id === examples[0]?.id;
  const keysOf = (some: readonly NoEffect[]) => some.flatMap(({ key }) => key ?? []);
  const others = reasons.filter((reason) => !isItself(reason)).map((reason) => ({ ...reason, keys: keysOf([reason]) }));
  const codes = [...new Set(reasons.filter(isItself).map(({ code }) => code))];
  const sums = codes.map((code) => {
    const same = reasons.filter((reason) => reason.code === code && isItself(reason));
    const examples = same.flatMap((each) => each.examples).slice(0, EXAMPLES);
    return { code, branches: same.length, by: null, examples, keys: keysOf(same) };
  });
  return [...others, ...sums];
}

function Reason({ reason, onShow }: { reason: Folded; onShow: Show | undefined }) {
  const t = useTranslate();
  const format = useFormat();
  const names = reason.examples.map((node) => node.name).join(t('shared.list'));
  const by = reason.by?.name ?? '';
  const why = t(`shared.noEffect.${reason.code}`, { _: reason.code, by, named: by === '' ? 'no' : 'yes' });
  const { branches: n, keys } = reason;
  return (
    <li data-part="reason">
      {onShow && keys.length > 0 ? (
        <Count label={`${t('shared.impact.show', { n })} · ${why}`} onShow={() => onShow({ keys, field: null }, why)}>
          <span className="hw-num">{format.count(n)}</span>
        </Count>
      ) : (
        <span className="hw-num">{format.count(n)}</span>
      )}
      <span>
        {why}
        {names !== '' && <span className="hw-meta"> {t('shared.impact.examples', { names })}</span>}
      </span>
    </li>
  );
}

function FieldChanges({ fields, onShow }: { fields: readonly FieldChange[]; onShow: Show | undefined }) {
  const t = useTranslate();
  const label = useFieldLabel();
  if (fields.length === 0) return null;
  return (
    <ul aria-label={t('rules.effect.fields')}>
      {fields.map(({ kind, field, branches }) => {
        const text = t('rules.effect.field', { field: label(kind, field), n: branches });
        return (
          <li key={`${kind} ${field}`}>
            {onShow ? (
              <Count
                label={`${t('shared.impact.show', { n: branches })} · ${label(kind, field)}`}
                onShow={() => onShow({ keys: CHANGED, field }, text)}
              >
                {text}
              </Count>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Covers({ covers }: { covers: readonly Covered[] }) {
  const t = useTranslate();
  const format = useFormat();
  if (covers.length === 0) return null;
  const named = ({ track, policyName, versionNumber }: Covered) =>
    track === 'own'
      ? t('chip.rule.customised')
      : policyName === null
        ? t('rules.edit.inherit')
        : `${policyName} v${String(versionNumber ?? '')}`;
  return (
    <div>
      {t('rules.effect.covers')}
      <ul>
        {covers.map((covered) => (
          <li key={covered.id}>
            {named(covered)} <span className="hw-meta">{format.interval(covered.from, covered.to)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why an approval is needed, as a sentence. */
export function useApprovalText(): (reason: ApprovalReason) => string {
  const t = useTranslate();
  const format = useFormat();
  return ({ code, value, limit }) =>
    code === 'cost'
      ? t('shared.approval.cost', { value: format.money(value ?? 0), limit: format.money(limit ?? 0) })
      : t(`shared.approval.${code}`, { value, limit });
}

function Approval({ reasons }: { reasons: readonly ApprovalReason[] }) {
  const t = useTranslate();
  const said = useApprovalText();
  if (reasons.length === 0) return null;
  return (
    <ul aria-label={t('shared.approval.title')}>
      {reasons.map((reason, index) => (
        // Two kinds of a change set may give the same reason.
        <li key={index} data-part="check" data-tone="act">
          <RateReview aria-hidden />
          <span>{said(reason)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is at stake where the change is made, before it is. */
function Money({ impact: { dryRun, node, costThisMonth } }: { impact: Impact }) {
  const t = useTranslate();
  const format = useFormat();
  if (!dryRun || !node || costThisMonth == null) return null;
  return <p>{t('shared.impact.cost', { unit: node.name, amount: format.money(costThisMonth) })}</p>;
}

interface ImpactPanelProps {
  readonly impact: Impact;
  /** The branches behind a figure, asked as the impact itself was; without it, figures open nothing. */
  readonly branches?: BranchesOf;
  /** The first line where the page can say more than how many change: 389 家将开通; null where it says so above. */
  readonly sum?: string | null;
}

/** One panel for every change: n change, m do not and why, money, failed checks. Parts add up to the whole. */
export function ImpactPanel({ impact, branches, sum }: ImpactPanelProps) {
  const t = useTranslate();
  const [shown, setShown] = useState<Shown | null>(null);
  const onShow: Show | undefined = branches && ((group, title) => setShown({ group, title }));
  const {
    changed,
    unchanged,
    reasons,
    problems,
    dryRun,
    warnings = [],
    fields = [],
    covers = [],
    clashes = [],
    approval = [],
  } = impact;
  const sumText = sum ?? t(dryRun ? 'shared.impact.will' : 'shared.impact.did', { changed, unchanged });
  return (
    <Root aria-label={t('shared.impact.title')}>
      {sum !== null && (
        <p data-part="sum">
          {sumText}
          {onShow && changed > 0 && (
            <>
              {' '}
              <Count
                label={t('shared.impact.show', { n: changed })}
                onShow={() => onShow({ keys: CHANGED, field: null }, sumText)}
              >
                {t('shared.impact.show', { n: changed })}
              </Count>
            </>
          )}
        </p>
      )}
      {reasons.length > 0 && (
        <ul aria-label={t('shared.impact.reasons')}>
          {folded(reasons).map((reason) => (
            <Reason key={reason.code + (reason.by?.id ?? '')} reason={reason} onShow={onShow} />
          ))}
        </ul>
      )}
      <FieldChanges fields={fields} onShow={onShow} />
      <Covers covers={covers} />
      <Clashes clashes={clashes} />
      <Money impact={impact} />
      <Approval reasons={approval} />
      <CheckLines label={t('rules.effect.warnings')} checks={warnings} tone="act" />
      <CheckLines label={t('shared.impact.checks')} checks={problems} tone="trouble" />
      {shown && branches && <BranchesDialog title={shown.title} list={branches(shown.group)} onClose={() => setShown(null)} />}
    </Root>
  );
}
