import { styled } from '@mui/material/styles';
import { useFormat } from '../../shared/format';
import { ScopedLink } from '../../shared/scope';
import { v } from '../../theme/vars';
import type { CostRow } from './documents';
import { KeyLabel } from './KeyLabel';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 10,
  '& li': { display: 'grid', gridTemplateColumns: '1fr auto', gap: '2px 12px' },
  '& [data-part="bar"]': { gridColumn: '1 / -1', height: 8, borderRadius: 2 },
});

const chartOf: Readonly<Record<string, keyof typeof v.chart>> = {
  HQ: 'hq',
  branch: 'branch',
  supplier: 'supplier',
  partner: 'partner',
};

interface AmountBarsProps {
  readonly rows: readonly CostRow[];
  /** Bars in the bearers' colours. */
  readonly toned?: boolean;
  readonly linkOf: (value: string) => string;
}

/** Amounts compared as bars, the figure at the bar; each opens what it is made of. */
export function AmountBars({ rows, toned = false, linkOf }: AmountBarsProps) {
  const format = useFormat();
  const largest = Math.max(1, ...rows.map((row) => row.amount));
  return (
    <List>
      {rows.map((row) => {
        const [key] = row.keys;
        if (key === undefined) return null;
        const color = v.chart[toned ? (chartOf[key.value] ?? 'other') : 'hq'];
        return (
          <li key={key.value}>
            <ScopedLink to={linkOf(key.value)}>
              <KeyLabel item={key} />
            </ScopedLink>
            <span className="hw-num">{format.money(row.amount)}</span>
            <span
              data-part="bar"
              aria-hidden
              style={{ width: `${String(Math.max(1, (row.amount / largest) * 100))}%`, backgroundColor: color }}
            />
          </li>
        );
      })}
    </List>
  );
}
