import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { RuleValue, useRuleText, type RuleField, type RuleSource } from '../../shared/rules';
import { useLocalText } from '../../shared/useLocalText';

const Sides = styled('div')({
  display: 'grid',
  gap: 12,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
  '& > div': { minWidth: 0 },
});

interface DifferenceRowProps {
  readonly field: RuleField;
  readonly before: unknown;
  readonly after: unknown;
  readonly beforeSource: RuleSource;
  readonly afterSource: RuleSource;
}

/** One line where both values fit into one, 自助售后期：15 天 → 10 天; tables stand side by side. Each with who set it. */
export function DifferenceRow({ field, before, after, beforeSource, afterSource }: DifferenceRowProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const texts = useRuleText();
  const [old, now] = [texts.value(field, before), texts.value(field, after)];
  const sources = `${texts.source(beforeSource)} → ${texts.source(afterSource)}`;
  if (old.lines.length + now.lines.length === 0) {
    const words = { field: localText(field.label), before: old.text, after: now.text };
    return (
      <>
        <div>{texts.say('compare.change', words)}</div>
        <div className="hw-meta">{sources}</div>
      </>
    );
  }
  return (
    <>
      <div>{localText(field.label)}</div>
      <Sides>
        {[
          { key: 'was', value: before, source: beforeSource },
          { key: 'is', value: after, source: afterSource },
        ].map(({ key, value, source }) => (
          <div key={key}>
            <span className="hw-meta">
              {t(`compare.${key}`)} · {texts.source(source)}
            </span>
            <RuleValue field={field} value={value} />
          </div>
        ))}
      </Sides>
    </>
  );
}
