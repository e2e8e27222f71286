import type { TranslateFunction } from 'ra-core';
import type { Formats } from '../../shared/format';
import type { Directive, RuleField, useRuleText } from '../../shared/rules';
import type { Candidate, Explanation } from './documents';

type Texts = ReturnType<typeof useRuleText>;

/** What a directive says, and what became of each part of it: value, bounds, lock. */
export function partsOf(candidate: Candidate, field: RuleField, texts: Texts, t: TranslateFunction): readonly string[] {
  const directive = candidate.directive as Directive;
  const by = candidate.beatenBy?.name ?? 'none';
  const said = directive.reset
    ? t('effective.why.reset')
    : directive.set === undefined
      ? null
      : texts.value(field, directive.set).text;
  const range = texts.guard(field, directive.guard);
  return [
    said === null || candidate.value === 'none'
      ? said
      : `${said} — ${texts.say(`effective.why.value.${candidate.value}`, { by })}`,
    range === null || candidate.guard === 'none' ? null : texts.say(`effective.why.guard.${candidate.guard}`, { range }),
    candidate.lock === 'none' ? null : t(`effective.why.lock.${candidate.lock}`),
  ].filter((part) => part !== null);
}

/** The winner is the one whose lock holds: then it is the lock that makes the difference. */
const wonByLock = ({ candidates }: Explanation): boolean =>
  candidates.some(({ value, lock }) => value === 'applied' && lock === 'holds');

/** 没有总部锁定时为 10.00: what would hold without the winner; null where nothing lies beneath. */
export function runnerUpText(explanation: Explanation, field: RuleField, texts: Texts): string | null {
  const { runnerUp, effective } = explanation;
  if (runnerUp === null) return null;
  const values = {
    value: texts.value(field, runnerUp.value).text,
    source: texts.source(runnerUp.source),
    winner: texts.source(effective.source),
    unit: effective.source.node?.name ?? '',
  };
  return texts.say(wonByLock(explanation) ? 'effective.why.withoutLock' : 'effective.why.without', values);
}

/** When the value changes next, to what and why. */
export function nextText({ next }: Explanation, field: RuleField, texts: Texts, format: Formats, t: TranslateFunction): string {
  if (next === null) return t('effective.why.noNext');
  return texts.say(`effective.why.next.${next.fact}`, {
    at: format.textTime(next.at),
    value: texts.value(field, next.value).text,
    source: texts.source(next.source),
    because: next.because,
    event: next.event,
  });
}
