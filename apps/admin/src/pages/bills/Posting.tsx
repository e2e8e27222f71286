import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { v } from '../../theme/vars';
import type { BillPosting } from './documents';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& caption': { textAlign: 'start', fontWeight: 600, paddingBottom: 4 },
  '& th, & td': { textAlign: 'start', padding: '4px 8px 4px 0', borderTop: `1px solid ${v.line}`, fontWeight: 400 },
  '& td:last-child': { textAlign: 'end', paddingInlineEnd: 0, whiteSpace: 'nowrap' },
  '& th:first-of-type': { color: v.ink2, whiteSpace: 'nowrap' },
});

type Line = BillPosting['lines'][number];

/** Who bears an expense; what is owed, to whom. */
function useSubject(biller: string): (line: Line) => string {
  const t = useTranslate();
  return ({ account, bearer, bearerNode }) => {
    if (account !== 'expense') return t('bills.nobody', { biller });
    const who = bearer === null ? '' : t(`money.bearer.${bearer}`);
    return bearerNode && bearer !== 'HQ' ? `${who} ${bearerNode.name}` : who;
  };
}

/** The entry that accepting a line posts, line by line. */
export function Posting({ posting, biller, currency }: { posting: BillPosting; biller: string; currency: string }) {
  const t = useTranslate();
  const format = useFormat();
  const subject = useSubject(biller);
  if (posting.lines.length === 0) return <p>{t('bills.nothing')}</p>;
  return (
    <Table>
      <caption>{t('bills.posting', { month: format.month(posting.period) })}</caption>
      <tbody>
        {posting.lines.map((line) => (
          <tr key={`${line.account} ${line.component} ${line.bearerNode?.id ?? ''} ${line.caseCode ?? ''}`}>
            <th scope="row">{t(line.amount > 0 ? 'bills.debit' : 'bills.credit')}</th>
            <td>
              {subject(line)} · {t(`money.component.${line.component}`, { _: line.component })}
              {line.caseCode !== null && <span className="hw-meta"> {line.caseCode}</span>}
            </td>
            <td className="hw-tabular">{format.money(Math.abs(line.amount), currency)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
