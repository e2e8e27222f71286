import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../../shared/format';
import { v } from '../../../theme/vars';
import type { Account } from './documents';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { padding: '8px 12px', textAlign: 'right', borderBottom: `1px solid ${v.line}` },
  '& th:first-of-type, & td:first-of-type': { textAlign: 'left' },
  '& thead th': { color: v.ink2, fontSize: 12, lineHeight: '20px' },
  '& td': { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '& tfoot td': { fontWeight: 600, borderBottom: 0 },
});

const sides = ['opening', 'entries', 'closing'] as const;

/** Opening, the month, closing: a row a bearer, and their sum. One table a currency. */
export function Accounts({ accounts, currency }: { accounts: readonly Account[]; currency: string }) {
  const t = useTranslate();
  const format = useFormat();
  const sumOf = (side: (typeof sides)[number]) => accounts.reduce((sum, account) => sum + account[side], 0);
  return (
    <Table aria-label={t('money.statement.accounts')}>
      <thead>
        <tr>
          <th scope="col">{t('money.dimension.bearer')}</th>
          {sides.map((side) => (
            <th key={side} scope="col">
              {t(`money.statement.${side}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.bearer}>
            <td>{t(`money.bearer.${account.bearer}`, { _: account.bearer })}</td>
            {sides.map((side) => (
              <td key={side}>{format.money(account[side], currency)}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('money.costs.sum')}</td>
          {sides.map((side) => (
            <td key={side}>{format.money(sumOf(side), currency)}</td>
          ))}
        </tr>
      </tfoot>
    </Table>
  );
}
