import { useTranslate } from 'ra-core';
import type { InputLook } from '../../fields';
import { parseCount, parseMoney, parsePercent, typed } from '../../format/parse';
import type { RuleField } from '../documents';
import type { EditorProps } from './props';
import { TypedInput } from './TypedInput';

const showCount = (n: number | null): string => (n === null || Number.isNaN(n) ? '' : String(n));

const orNull =
  (parse: (text: string) => number) =>
  (text: string): number | null =>
    text.trim() === '' ? null : parse(text);

const showBps = (bps: number | null): string => typed(bps, 'needed');

/** How a number of a unit is typed: money in yuan, a share in per cent, all else as a whole number. */
function typing({ unit }: RuleField): { readonly parse: (text: string) => number; readonly show: (n: number | null) => string } {
  if (unit === 'fen') return { parse: parseMoney, show: (fen) => typed(fen, 'all') };
  return unit === 'bps' ? { parse: parsePercent, show: showBps } : { parse: parseCount, show: showCount };
}

const unitWords: Record<string, string> = {
  ...{ fen: 'yuan', day: 'days', hour: 'hours', count: 'count' },
  ...{ percent: 'percent', bps: 'percent' },
};

/** The word after a number of the field's unit. */
function useUnit(): (field: RuleField) => string {
  const t = useTranslate();
  return (field) => t(`rules.form.${unitWords[field.unit ?? ''] ?? 'count'}`);
}

interface AmountProps {
  readonly field: RuleField;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly label?: string;
  readonly labelId?: string;
  readonly helpId?: string;
  readonly invalid?: boolean;
}

/** Days, hours, times, per cent or yuan, by the field's unit. */
export function AmountInput({ field, ...props }: AmountProps) {
  const unit = useUnit();
  return <TypedInput {...props} {...typing(field)} unit={unit(field)} />;
}

/** The same, and nothing where it is left empty. */
export function OptionalAmount({
  field,
  ...props
}: Omit<AmountProps, 'value' | 'onChange'> & {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}) {
  const unit = useUnit();
  const { parse, show } = typing(field);
  return <TypedInput {...props} parse={orNull(parse)} show={show} unit={unit(field)} />;
}

interface YuanProps extends InputLook {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A border of a price range in yuan; open where it is left empty. */
export const OptionalYuan = (props: YuanProps) => (
  <TypedInput {...props} parse={orNull(parseMoney)} show={(fen) => typed(fen, 'all')} />
);

/** Whole days; as for everything else where it is left empty. */
export const OptionalDays = (props: YuanProps & { readonly placeholder?: string }) => (
  <TypedInput {...props} parse={orNull(parseCount)} show={showCount} />
);

/** An amount in yuan that has to be there. */
export const Yuan = (props: Omit<YuanProps, 'value' | 'onChange'> & Pick<AmountProps, 'value' | 'onChange'>) => (
  <TypedInput {...props} parse={parseMoney} show={(fen) => typed(fen, 'all')} />
);
/** A whole number without a unit. */
export const CountInput = (props: ShareProps) => <TypedInput {...props} parse={parseCount} show={showCount} />;

interface ShareProps extends InputLook {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A share in per cent, kept in basis points. */
export function ShareInput(props: ShareProps) {
  const t = useTranslate();
  return <TypedInput width={112} {...props} parse={parsePercent} show={showBps} unit={t('rules.form.percent')} />;
}

/** Days, hours, times and shares. */
export const NumberEditor = (props: EditorProps<number>) => <AmountInput {...props} />;
