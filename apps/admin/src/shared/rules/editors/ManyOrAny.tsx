import { ManyChoice, type InputLook } from '../../fields';

interface ManyOrAnyProps<Value extends string> extends InputLook {
  /** Null for all of them. */
  readonly value: readonly Value[] | null;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly any: string;
  readonly onChange: (value: readonly Value[] | null) => void;
}

/** Some of a few words, in their order; none chosen, or all, means any. */
export function ManyOrAny<Value extends string>({ value, options, onChange, ...look }: ManyOrAnyProps<Value>) {
  const choose = (next: readonly Value[]) =>
    onChange(
      next.length === 0 || next.length === options.length
        ? null
        : options.map(([each]) => each).filter((each) => next.includes(each)),
    );
  return <ManyChoice {...look} value={value ?? []} options={options} onChange={choose} boxes />;
}
