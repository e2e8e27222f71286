import LockOutlined from '@mui/icons-material/LockOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Chip } from '../../../shared/chips';
import { useFormat } from '../../../shared/format';
import { Sheet } from '../../../shared/page';
import { Accounts } from './Accounts';
import type { Statement } from './documents';
import { Entries } from './Entries';

const Stack = styled('div')({ display: 'grid', gap: 16 });

const currenciesOf = ({ accounts, returnedSales }: Statement): string[] => {
  const all = [...new Set([...accounts, ...returnedSales].map(({ currency }) => currency))];
  return all.length === 0 ? ['CNY'] : all;
};

/** When the month was closed, and by whom; an open month says that it may still change. */
export function Seal({ closing }: Pick<Statement, 'closing'>) {
  const t = useTranslate();
  const format = useFormat();
  if (closing === null) return <span className="hw-meta">{t('money.statement.open')}</span>;
  const label = t('money.statement.closed', { at: format.textDate(closing.closedAt), who: closing.personName });
  return <Chip tone="done" icon={LockOutlined} label={label} />;
}

/** M3: a store's month. */
export function StatementView({ statement, zone }: { statement: Statement; zone: string }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <Stack>
      {currenciesOf(statement).map((currency) => {
        const returned = statement.returnedSales.find((each) => each.currency === currency);
        return (
          <Sheet key={currency} title={t('money.statement.accounts')}>
            <Accounts accounts={statement.accounts.filter((each) => each.currency === currency)} currency={currency} />
            {returned && (
              <p className="hw-meta" style={{ marginTop: 8 }}>
                {t('money.statement.returnedSales', { amount: format.money(returned.amount, currency) })}
              </p>
            )}
          </Sheet>
        );
      })}
      <Sheet title={t('money.statement.entriesTitle', { n: statement.lineCount })} flush>
        <Entries statement={statement} zone={zone} />
      </Sheet>
    </Stack>
  );
}
