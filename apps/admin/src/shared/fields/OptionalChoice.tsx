import type { ReactNode } from 'react';
import { Choice, type ChoiceLook } from './Choice';

const NONE = 'any';

interface OptionalChoiceProps<Value extends string> extends ChoiceLook {
  readonly value: Value | null;
  readonly options: readonly (readonly [value: Value, text: ReactNode])[];
  /** What null is called. */
  readonly any: string;
  readonly onChange: (value: Value | null) => void;
}

/** One of a few words, or any of them. */
export function OptionalChoice<Value extends string>({ value, options, any, onChange, ...look }: OptionalChoiceProps<Value>) {
  return (
    <Choice<string>
      {...look}
      value={value ?? NONE}
      options={[[NONE, any], ...options]}
      onChange={(next) => onChange(next === NONE ? null : (next as Value))}
    />
  );
}
