import Tune from '@mui/icons-material/TuneOutlined';
import { useTranslate } from 'ra-core';
import type { HTMLAttributes, ReactNode } from 'react';
import { RuleValueChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import {
  LockOwner,
  Notes,
  RowFrame,
  RuleValue,
  useRuleText,
  wideValues,
  type EffectiveRules,
  type FieldState,
  type RuleField,
} from '../../shared/rules';
import { StreamMark, type StreamKind } from '../../shared/stream';
import { useLocalText } from '../../shared/useLocalText';
import { ExemptionNotes } from './ExemptionNotes';
import { lockAbove } from './useOwnRules';

interface ReadRowProps {
  readonly rules: EffectiveRules;
  readonly field: RuleField;
  readonly state: FieldState;
  readonly first: boolean;
  readonly last: boolean;
  readonly row: HTMLAttributes<HTMLLIElement>;
  /** What may be done: why, customise. */
  readonly actions: ReactNode;
}

/** Where the unit itself stands in a field's stream: it locks, it says something of its own, or the rule runs through. */
function markOf({ node }: EffectiveRules, { lock, source }: FieldState): StreamKind {
  if (lock?.node.id === node.id) return 'gate';
  return source.node?.id === node.id ? 'own' : 'flow';
}

/** Of a version that was assigned to this very unit: neither inherited nor customised; its source is named. */
const isAssignedHere = ({ node }: EffectiveRules, { state, source }: FieldState): boolean =>
  state === 'inherited' && source.node?.id === node.id;

/** Who set it, and since when. */
function SourceLine({ state }: { state: FieldState }) {
  const format = useFormat();
  const texts = useRuleText();
  const { source } = state;
  if (source.isDefault) return null;
  const parts = [texts.source(source), source.authorName, format.tableDate(source.since)];
  return <span>{parts.filter((part) => part !== null).join(' · ')}</span>;
}

/** Bounds from above, a value that had to be fitted to them, and what of it is lifted here. */
function Bounds({ field, state }: { field: RuleField; state: FieldState }) {
  const t = useTranslate();
  const texts = useRuleText();
  const { guard, guardBy, adjusted } = state;
  const range = guardBy.length === 0 ? null : texts.guard(field, guard);
  const by = guardBy.map(texts.source).join(t('shared.list'));
  return (
    <Notes>
      {adjusted && (
        <li data-tone="act">
          <Tune aria-hidden />
          {texts.say('effective.adjusted', {
            wanted: texts.value(field, adjusted.wanted).text,
            by: texts.source(adjusted.by),
          })}
        </li>
      )}
      {range !== null && <li>{texts.say('rules.edit.boundsBy', { range, by })}</li>}
      <ExemptionNotes exemptions={state.exemptions} />
    </Notes>
  );
}

/** What applies in one field: value, how it came to be, who set it. */
export function ReadRow({ rules, field, state, first, last, row, actions }: ReadRowProps) {
  const localText = useLocalText();
  const line = rules.suspension ? 'dashed' : 'solid';
  const lock = lockAbove(rules, state);
  return (
    <RowFrame id={`field-${field.key}`} {...row}>
      <div data-part="mark">
        <StreamMark mark={markOf(rules, state)} above={first ? 'none' : line} below={last ? 'none' : line} />
      </div>
      <div data-part="name">{localText(field.label)}</div>
      <div data-part="body">
        <div data-part="value" data-wide={wideValues.has(field.type)}>
          <RuleValue field={field} value={state.value} />
          <span data-part="source">
            {!isAssignedHere(rules, state) && <RuleValueChip state={state.state} />}
            {lock ? <LockOwner lock={lock} /> : <SourceLine state={state} />}
          </span>
        </div>
        <Bounds field={field} state={state} />
      </div>
      <div data-part="actions">{actions}</div>
    </RowFrame>
  );
}
