import Add from '@mui/icons-material/AddOutlined';
import Remove from '@mui/icons-material/RemoveOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useRuleText, type RuleField } from '../rules';
import { useLocalText } from '../useLocalText';
import { lineChanges } from './lineChanges';

const Lines = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': { display: 'flex', gap: 6 },
  '& svg': { width: 16, height: 16, flex: 'none', marginTop: 3 },
});

/** A value in words: one line, or the lines of its table. */
interface Told {
  readonly text: string;
  readonly lines: readonly string[];
}

const linesOf = ({ text, lines }: Told): readonly string[] => (lines.length === 0 ? [text] : lines);

/** What the two sides are called where they are no before and after. */
export interface Sides {
  readonly was: string;
  readonly is: string;
}

interface ValueChangeProps {
  readonly field: RuleField;
  readonly before: Told;
  readonly after: Told;
  readonly sides?: Sides;
}

/** One sentence where both values fit into a line, 自助售后期：15 天 → 10 天; of a table the rows that differ, and these alone. */
export function ValueChange({ field, before, after, sides }: ValueChangeProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const texts = useRuleText();
  const name = localText(field.label);
  if (before.lines.length + after.lines.length === 0) {
    return <div>{texts.say('difference.change', { field: name, before: before.text, after: after.text })}</div>;
  }
  return (
    <>
      <div>{name}</div>
      <Lines className="hw-tabular">
        {lineChanges(linesOf(before), linesOf(after)).map(({ change, line }, index) => (
          <li key={`${String(index)} ${change} ${line}`}>
            {change === 'added' ? <Add aria-hidden /> : <Remove aria-hidden />}
            <span>
              {sides
                ? t('difference.only', { where: change === 'added' ? sides.is : sides.was, line })
                : t(`difference.${change}`, { line })}
            </span>
          </li>
        ))}
      </Lines>
    </>
  );
}
