import { useTranslate } from 'ra-core';
import { useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useKeyHelp, useLetterKeys, type KeyHint } from './context';
import { isPlainKey, pressOf } from './keys';

/** A letter that does something to the row that has the focus. */
export interface LetterKey<Row> {
  readonly key: string;
  readonly label: string;
  readonly run: (row: Row) => void;
}

export interface ListKeysOptions<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Title of the keys in the overlay: the list's name. */
  readonly title: string;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly onToggle?: ((row: Row) => void) | undefined;
  /** The row that has the focus, or had it last: what a preview shows. */
  readonly onMove?: ((row: Row) => void) | undefined;
  readonly letters?: readonly LetterKey<Row>[] | undefined;
  /** The letters that move, where they are not `j k`. */
  readonly moves?: Moves | undefined;
}

interface Moves {
  readonly next: string;
  readonly previous: string;
}

export interface ListKeys<Row, List extends HTMLElement> {
  readonly listProps: { readonly ref: RefObject<List | null>; readonly onKeyDown: (event: KeyboardEvent) => void };
  readonly rowProps: (row: Row) => {
    readonly tabIndex: number;
    readonly 'data-row-key': string;
    readonly onFocus: (event: FocusEvent) => void;
  };
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const usual: Moves = { next: 'j', previous: 'k' };

const letterStep = ({ next, previous }: Moves, key: string): number | undefined =>
  key === next ? 1 : key === previous ? -1 : undefined;

function useHints<Row>({ title, onOpen, onToggle, letters = [], moves = usual }: ListKeysOptions<Row>): void {
  const t = useTranslate();
  const hints: (KeyHint | null)[] = [
    { keys: `${moves.next} ${moves.previous}`, label: t('shared.keys.move') },
    onOpen ? { keys: 'Enter', label: t('shared.keys.open') } : null,
    onToggle ? { keys: 'x', label: t('shared.keys.select') } : null,
    ...letters.map(({ key, label }) => ({ keys: key, label })),
  ];
  useKeyHelp(
    title,
    hints.filter((hint) => hint !== null),
  );
}

/**
 * Keys of a list: arrows or `j k` move, `Enter` opens, `x` selects, further letters act on the row. One row is in the tab order at a time. Letters work
 * only while a row has the focus, never while typing, and not when they are switched off.
 */
export function useListKeys<Row, List extends HTMLElement = HTMLElement>(options: ListKeysOptions<Row>): ListKeys<Row, List> {
  const { rows, keyOf, onOpen, onToggle, onMove, letters = [], moves = usual } = options;
  const list = useRef<List>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [lettersOn] = useLetterKeys();
  useHints(options);

  const tabbable = rows.some((row) => keyOf(row) === current) ? current : rows[0] && keyOf(rows[0]);
  const focus = (row: Row | undefined) => {
    if (row) list.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(keyOf(row))}"]`)?.focus();
  };

  const act = (key: string, row: Row, index: number): boolean => {
    const step = steps[key] ?? (lettersOn ? letterStep(moves, key) : undefined);
    if (step !== undefined) focus(rows[index + step]);
    else if (key === 'Enter' && onOpen) onOpen(row);
    else if (lettersOn && key === 'x' && onToggle) onToggle(row);
    else {
      const letter = lettersOn ? letters.find((each) => each.key === key) : undefined;
      letter?.run(row);
      return letter !== undefined;
    }
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset['rowKey'] : undefined;
    const index = rows.findIndex((row) => keyOf(row) === key);
    const row = rows[index];
    if (row && isPlainKey(pressOf(event)) && act(event.key, row, index)) event.preventDefault();
  };

  return {
    listProps: { ref: list, onKeyDown },
    rowProps: (row) => ({
      tabIndex: keyOf(row) === tabbable ? 0 : -1,
      'data-row-key': keyOf(row),
      onFocus: (event) => {
        if (event.target !== event.currentTarget) return;
        setCurrent(keyOf(row));
        onMove?.(row);
      },
    }),
  };
}
