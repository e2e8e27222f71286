import { useTranslate } from 'ra-core';
import { useRuleText, type RuleField, type RuleSource } from '../rules';
import { ValueChange, type Sides } from './ValueChange';

interface DifferenceRowProps {
  readonly field: RuleField;
  readonly before: unknown;
  readonly after: unknown;
  readonly beforeSource: RuleSource;
  readonly afterSource: RuleSource;
  /** What the two sides are called where they are no before and after: two units, or two days. */
  readonly sides?: Sides;
}

/** A field whose effective value differs, and who set it on either side. */
export function DifferenceRow({ field, before, after, beforeSource, afterSource, sides }: DifferenceRowProps) {
  const t = useTranslate();
  const texts = useRuleText();
  const sources = { before: texts.source(beforeSource), after: texts.source(afterSource) };
  return (
    <>
      <ValueChange field={field} before={texts.value(field, before)} after={texts.value(field, after)} sides={sides} />
      <div className="hw-meta">
        {sides ? t('difference.sources', { ...sides, ...sources }) : `${sources.before} → ${sources.after}`}
      </div>
    </>
  );
}
