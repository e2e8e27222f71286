import { useTranslate } from 'ra-core';
import { Choice, OptionalChoice } from '../../fields';
import { reasonClasses, type ReasonClass } from '../values';
import { OptionalYuan } from './numbers';
import type { RowColumn } from './Rows';
import { TypedInput } from './TypedInput';

const parseWord = (text: string): string | null => (text.trim() === '' ? null : text.trim());

type Head = Omit<RowColumn<never>, 'cell'>;

interface SharedColumns {
  /** A column's key, by which the form's words name it, and its width. */
  readonly head: (key: string, width: number) => Head;
  /** The words of a closed set, as a choice offers them. */
  readonly options: <Word extends string>(set: string, words: readonly Word[]) => (readonly [word: Word, label: string])[];
  readonly category: RowColumn<{ readonly category: string }>;
  /** Every category where it is left empty. */
  readonly anyCategory: (width: number) => RowColumn<{ readonly category: string | null }>;
  readonly reasonClass: RowColumn<{ readonly reasonClass: ReasonClass }>;
  readonly anyReasonClass: RowColumn<{ readonly reasonClass: ReasonClass | null }>;
  /** A border of a range of amounts in yuan. */
  readonly amount: <Key extends string>(key: Key, width: number) => RowColumn<Readonly<Record<Key, number | null>>>;
}

/** What the tables of several fields ask in the same way. */
export function useSharedColumns(): SharedColumns {
  const t = useTranslate();
  const head = (key: string, width: number): Head => ({ key, head: t(`rules.form.${key}`), width });
  const options: SharedColumns['options'] = (set, words) => words.map((word) => [word, t(`rules.word.${set}.${word}`)] as const);
  const reasons = options('reasonClass', reasonClasses);
  return {
    head,
    options,
    category: {
      ...head('category', 120),
      cell: ({ row, change, look }) => (
        <TypedInput
          {...look}
          value={row.category}
          onChange={(category) => change({ category })}
          parse={(text) => text.trim()}
          show={(word) => word}
          numeric={false}
        />
      ),
    },
    anyCategory: (width) => ({
      ...head('category', width),
      cell: ({ row, change, look }) => (
        <TypedInput
          {...look}
          placeholder={t('rules.word.anyCategory')}
          value={row.category}
          onChange={(category) => change({ category })}
          parse={parseWord}
          show={(word) => word ?? ''}
          numeric={false}
        />
      ),
    }),
    reasonClass: {
      ...head('reasonClass', 144),
      cell: ({ row, change, look }) => (
        <Choice {...look} value={row.reasonClass} options={reasons} onChange={(reasonClass) => change({ reasonClass })} />
      ),
    },
    anyReasonClass: {
      ...head('reasonClass', 120),
      cell: ({ row, change, look }) => (
        <OptionalChoice
          {...look}
          value={row.reasonClass}
          options={reasons}
          any={t('rules.word.anyReason')}
          onChange={(reasonClass) => change({ reasonClass })}
        />
      ),
    },
    amount: <Key extends string>(key: Key, width: number): RowColumn<Readonly<Record<Key, number | null>>> => ({
      ...head(key, width),
      cell: ({ row, change, look }) => (
        <OptionalYuan
          {...look}
          value={row[key]}
          onChange={(amount) => change({ [key]: amount } as Partial<Record<Key, number | null>>)}
        />
      ),
    }),
  };
}
