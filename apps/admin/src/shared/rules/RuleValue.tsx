import { styled } from '@mui/material/styles';
import type { RuleField } from './documents';
import { useRuleText } from './useRuleText';

const Lines = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

/** A rule's value as people read it: one line, or the rows of its table. */
export function RuleValue({ field, value }: { field: RuleField; value: unknown }) {
  const { text, lines } = useRuleText().value(field, value);
  if (lines.length === 0) return <span className="hw-tabular">{text}</span>;
  return (
    <Lines className="hw-tabular">
      {lines.map((line, index) => (
        <li key={`${String(index)} ${line}`}>{line}</li>
      ))}
    </Lines>
  );
}
