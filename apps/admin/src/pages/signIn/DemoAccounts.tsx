import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { v } from '../../theme/vars';
import type { DemoAccount } from './documents';

const Root = styled('section')({
  marginTop: 32,
  paddingTop: 24,
  borderTop: `1px solid ${v.line}`,
  '& h2': { margin: 0, fontSize: 16, lineHeight: '24px' },
  '& ul': { listStyle: 'none', margin: '12px 0 0', padding: 0, display: 'grid', gap: 8 },
  '& button': {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '0 12px',
    width: '100%',
    padding: '8px 12px',
    border: `1px solid ${v.line}`,
    borderRadius: 6,
    color: v.ink,
    backgroundColor: v.surface,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    transition: 'border-color 120ms',
  },
  '& button:hover:not(:disabled)': { borderColor: v.brand, backgroundColor: v.brandTint },
  '& button:disabled': { cursor: 'default', color: v.ink3 },
  '& b': { fontWeight: 600 },
});

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly busy: boolean;
  readonly onEnter: (account: DemoAccount) => void;
}

/** The accounts of the demo chain; there are none outside of it. */
export function DemoAccounts({ accounts, busy, onEnter }: DemoAccountsProps) {
  const t = useTranslate();
  return (
    <Root aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('signIn.demo.title')}</h2>
      <p className="hw-meta">{t('signIn.demo.text')}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" disabled={busy} onClick={() => onEnter(account)}>
              <b>{t(`role.${account.role}`)}</b>
              <span className="hw-meta">{account.nodeName}</span>
              <span className="hw-meta">
                {account.name} · {account.email}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Root>
  );
}
