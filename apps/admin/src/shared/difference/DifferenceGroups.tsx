import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Sheet } from '../page';
import { effectsOf } from './effects';

const Rows = styled('ul')({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 });

interface DifferenceGroupsProps<T> {
  readonly differences: readonly T[];
  readonly keyOf: (difference: T) => string;
  readonly children: (difference: T) => ReactNode;
}

/** Differences under what they mean to a buyer: kinder, stricter, different, or nothing that he meets (console.md, Diff). */
export function DifferenceGroups<T extends { readonly effect: string | null }>({
  differences,
  keyOf,
  children,
}: DifferenceGroupsProps<T>) {
  const t = useTranslate();
  if (differences.length === 0) return <p className="hw-hint">{t('difference.none')}</p>;
  return effectsOf(differences).map((group) => (
    <Sheet key={group.effect} title={t(`difference.${group.effect}`, { n: group.differences.length })}>
      <Rows>
        {group.differences.map((each) => (
          <li key={keyOf(each)}>{children(each)}</li>
        ))}
      </Rows>
    </Sheet>
  ));
}
