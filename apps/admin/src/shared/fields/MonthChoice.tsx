import { useFormat } from '../format';
import { Choice, type ChoiceLook } from './Choice';

interface MonthChoiceProps extends ChoiceLook {
  readonly value: string;
  /** As `2026-03`, in the order in which they are offered. */
  readonly months: readonly string[];
  readonly onChange: (month: string) => void;
}

/** One of a few months. */
export function MonthChoice({ months, ...field }: MonthChoiceProps) {
  const format = useFormat();
  return <Choice {...field} options={months.map((month) => [month, format.month(month)])} />;
}
