import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { v } from '../../theme/vars';
import { ScopedLink } from '../scope';

const Root = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 2,
  minWidth: 0,
  '& > [data-part="label"]': { color: v.ink2 },
  '& > [data-part="value"]': {
    fontSize: 28,
    lineHeight: '36px',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
    color: v.ink,
  },
  '& > [data-part="note"]': { color: v.ink2, fontSize: 12, lineHeight: '20px' },
});

export interface KeyFigureProps {
  readonly label: string;
  /** Already formatted: `format.keyMoney(…)`, `format.count(…)`. */
  readonly value: string;
  /** The list of just what was counted. */
  readonly to?: string;
  readonly note?: string;
  /** Against the same days before, by how much (formatted): a sign and a word, no colour. */
  readonly change?: { readonly up: boolean; readonly text: string };
}

export function KeyFigure({ label, value, to, note, change }: KeyFigureProps) {
  const t = useTranslate();
  return (
    <Root>
      <span data-part="label">{label}</span>
      <span data-part="value">
        {to === undefined ? (
          value
        ) : (
          <ScopedLink to={to} color="inherit">
            {value}
          </ScopedLink>
        )}
      </span>
      {change && (
        <span data-part="note">
          <span aria-hidden>{change.up ? '▲ ' : '▼ '}</span>
          {t(change.up ? 'shared.figure.more' : 'shared.figure.less', { by: change.text })}
        </span>
      )}
      {note !== undefined && <span data-part="note">{note}</span>}
    </Root>
  );
}
