import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { v } from '../../theme/vars';
import { useListKeys } from '../keyboard';
import { Sheet } from '../page';
import { effectsOf } from './effects';

const Groups = styled('div')({ display: 'grid', gap: 12 });

const Rows = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 12,
  '& > li:focus-visible': { outline: `2px solid ${v.focus}`, outlineOffset: 4 },
});

interface DifferenceGroupsProps<T> {
  readonly differences: readonly T[];
  readonly keyOf: (difference: T) => string;
  readonly children: (difference: T) => ReactNode;
}

/** Differences under what they mean to a buyer: kinder, stricter, different, or nothing that he meets; `n p` go through all of them (console.md, Diff). */
export function DifferenceGroups<T extends { readonly effect: string | null }>({
  differences,
  keyOf,
  children,
}: DifferenceGroupsProps<T>) {
  const t = useTranslate();
  const groups = effectsOf(differences);
  const keys = useListKeys<T, HTMLDivElement>({
    ...{ rows: groups.flatMap((group) => group.differences), keyOf },
    title: t('difference.keys'),
    moves: { next: 'n', previous: 'p' },
  });
  if (differences.length === 0) return <p className="hw-hint">{t('difference.none')}</p>;
  return (
    <Groups {...keys.listProps}>
      {groups.map((group) => (
        <Sheet key={group.effect} title={t(`difference.${group.effect}`, { n: group.differences.length })}>
          <Rows>
            {group.differences.map((each) => (
              <li key={keyOf(each)} {...keys.rowProps(each)}>
                {children(each)}
              </li>
            ))}
          </Rows>
        </Sheet>
      ))}
    </Groups>
  );
}
