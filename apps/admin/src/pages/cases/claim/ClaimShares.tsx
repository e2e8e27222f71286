import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../../shared/format';
import { v } from '../../../theme/vars';
import type { ClaimPreview } from './documents';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& caption': { textAlign: 'start', fontWeight: 600, paddingBottom: 4 },
  '& th, & td': { textAlign: 'start', padding: '4px 0', borderTop: `1px solid ${v.line}`, fontWeight: 400 },
  '& td:last-child': { textAlign: 'end', whiteSpace: 'nowrap' },
});

/** Whose cost an opened claim takes back, and how much of it. */
export function ClaimShares({ preview: { shares, period, currency } }: { preview: ClaimPreview }) {
  const t = useTranslate();
  const format = useFormat();
  if (period === null) return null;
  return (
    <Table>
      <caption>{t('cases.claim.shares', { month: format.month(period) })}</caption>
      <tbody>
        {shares.map(({ bearer, bearerNode, amount }) => (
          <tr key={`${bearer} ${bearerNode?.id ?? ''}`}>
            <th scope="row">
              {t(`money.bearer.${bearer}`)}
              {bearerNode && bearer !== 'HQ' && ` ${bearerNode.name}`}
            </th>
            <td className="hw-tabular">{format.money(-amount, currency)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
