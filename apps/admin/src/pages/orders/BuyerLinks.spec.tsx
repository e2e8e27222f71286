import { screen } from '@testing-library/react';
import type { Locale } from '../../i18n/messages';
import { renderPage } from '../../testing/render';
import { BuyerLinks } from './BuyerLinks';
import type { Order } from './documents';

const order = {
  id: 'o1',
  allowedActions: ['order.createBuyerLink', 'order.revokeBuyerLink'],
  buyerLinks: [{ id: 'k0', expiresAt: '2999-01-01T00:00:00Z', revokedAt: null }],
} as unknown as Order;

const open = (locale: Locale = 'zh') =>
  renderPage(<BuyerLinks order={order} />, {
    locale,
    answers: {
      CreateBuyerLink: { createBuyerLink: { token: 'KEY-1', link: { id: 'k1' } } },
      RevokeBuyerLink: { revokeBuyerLink: { id: 'k0' } },
    },
  });

describe('the buyer’s way to an order', () => {
  it('is a key for the API, shown once, which is copied by a button', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: '生成密钥' }));
    expect(await screen.findByRole('textbox', { name: '密钥只显示这一次' })).toHaveValue('KEY-1');
    expect(screen.getByText(/Authorization: Buyer/)).toBeInTheDocument();
    const copied: string[] = [];
    navigator.clipboard.writeText = async (text) => void copied.push(text);
    await user.click(screen.getByRole('button', { name: '复制密钥' }));
    expect(copied).toEqual(['KEY-1']);
  });

  it('promises no page that a browser could open', async () => {
    const { user, container } = open('en');
    await user.click(screen.getByRole('button', { name: 'Make a key' }));
    await screen.findByDisplayValue('KEY-1');
    expect(container).not.toHaveTextContent(/link|http/i);
  });

  it('stays to be read when another key is revoked', async () => {
    const { user, api } = open();
    await user.click(screen.getByRole('button', { name: '生成密钥' }));
    await screen.findByDisplayValue('KEY-1');
    await user.click(screen.getByRole('button', { name: '收回' }));
    expect(api.sent('RevokeBuyerLink').map(({ variables }) => variables)).toEqual([{ id: 'k0' }]);
    expect(screen.getByDisplayValue('KEY-1')).toBeInTheDocument();
  });
});
