import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { heat } from '../../theme/tokens';
import { v } from '../../theme/vars';
import { depthOf, monthsBetween, weekdays, type Month } from './months';

const Months = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 24, marginBottom: 16 });

const Root = styled('section')({
  '--cell': '32px',
  '@media (max-width: 599.95px)': { '--cell': '44px' },
  '& h2': { margin: '0 0 4px', fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& ol, & [data-part="week"]': { margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'repeat(7, var(--cell))', gap: 2 },
  '& ol': { listStyle: 'none' },
  '& [data-part="week"]': { color: v.ink2, fontSize: 12, lineHeight: '20px', textAlign: 'center' },
  '& li, & button': { height: 'var(--cell)' },
  '& li': { color: v.ink3, fontSize: 12, lineHeight: 'var(--cell)', textAlign: 'center' },
  '& button': {
    position: 'relative',
    width: '100%',
    padding: 0,
    border: 0,
    borderRadius: 4,
    font: 'inherit',
    lineHeight: '14px',
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
  },
  '& button b': { display: 'block', fontSize: 12 },
  /** Said in full to who does not see the two figures one above the other. */
  '& button i': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  '& button span': { display: 'block', fontSize: 11 },
  '& button[aria-pressed="true"]': { outline: `2px solid ${v.ink}`, outlineOffset: 1 },
});

interface DayGridProps {
  /** The first and the last day shown. */
  readonly first: string;
  readonly last: string;
  /** How many entries the list of a day has; days without one are left out. */
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: string;
  readonly onChoose: (day: string | null) => void;
}

type MonthProps = Omit<DayGridProps, 'first' | 'last'> & { readonly of: Month; readonly most: number };

function MonthGrid({ of: { month, lead, days }, most, counts, chosen, onChoose }: MonthProps) {
  const t = useTranslate();
  const format = useFormat();
  const dayName = (day: string) => String(Number(day.slice(8)));
  return (
    <Root>
      <h2>{format.month(month)}</h2>
      <div data-part="week" aria-hidden>
        {weekdays(format.locale).map((name, index) => (
          <span key={index}>{name}</span>
        ))}
      </div>
      <ol>
        {days.map((day, index) => {
          const count = counts.get(day) ?? 0;
          const place = index === 0 ? { gridColumnStart: lead + 1 } : undefined;
          const tint = heat[depthOf(count, most, heat.length)];
          return (
            <li key={day} style={place}>
              {count === 0 ? (
                dayName(day)
              ) : (
                <button
                  type="button"
                  aria-pressed={chosen === day}
                  style={{ background: tint?.ground, color: tint?.ink }}
                  onClick={() => onChoose(chosen === day ? null : day)}
                >
                  <span aria-hidden>{dayName(day)}</span>
                  <b aria-hidden>{format.count(count)}</b>
                  <i>{t('calendar.onDay', { day: format.day(day), n: count })}</i>
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </Root>
  );
}

/** How much begins and ends on each day; a day opens its list. */
export function DayGrid({ first, last, ...rest }: DayGridProps) {
  const most = Math.max(0, ...rest.counts.values());
  return (
    <Months>
      {monthsBetween(first, last).map((month) => (
        <MonthGrid key={month.month} of={month} most={most} {...rest} />
      ))}
    </Months>
  );
}
