import { screen, waitFor } from '@testing-library/react';
import { refused, type Answers } from '../../testing/api';
import { violationsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { InvitationPage } from './InvitationPage';

const invitation = { email: 'new@example.cn', name: '周杰', expiresAt: '2026-11-29T06:00:00Z' };

const renderInvitation = (answers: Answers = {}) =>
  renderPage(<InvitationPage />, {
    viewer: null,
    url: '/invitation/t0ken',
    path: '/invitation/:token',
    answers: { Invitation: { invitation }, ...answers },
  });

describe('an invitation', () => {
  it('makes the account with the name and password given, and signs in', async () => {
    const { user, api, address } = renderInvitation({ AcceptInvitation: { acceptInvitation: viewer() } });
    const name = await screen.findByRole('textbox', { name: /姓名/ });
    expect(name).toHaveValue('周杰');
    await user.clear(name);
    await user.type(name, '周洁');
    await user.type(screen.getByLabelText(/设置密码/), 'a long password');
    await user.click(screen.getByRole('button', { name: '设置密码并登录' }));
    await waitFor(() => expect(address()).toBe('/'));
    expect(api.sent('AcceptInvitation')[0]?.variables).toEqual({ token: 't0ken', name: '周洁', password: 'a long password' });
  });

  it('says what is wrong with a password and keeps it', async () => {
    const { user } = renderInvitation({ AcceptInvitation: refused('WEAK_PASSWORD', { field: 'password' }) });
    await user.type(await screen.findByLabelText(/设置密码/), 'short');
    await user.click(screen.getByRole('button', { name: '设置密码并登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('密码须为 10–200 个字符');
    expect(screen.getByLabelText(/设置密码/)).toHaveValue('short');
  });

  it('that no longer works says why and whom to ask', async () => {
    renderInvitation({ Invitation: { invitation: null } });
    expect(await screen.findByRole('heading', { name: '链接不能再用' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '去登录' })).toHaveAttribute('href', '/login');
  });

  it('has no serious accessibility violation', async () => {
    const { container } = renderInvitation();
    await screen.findByRole('heading', { name: '接受邀请' });
    expect(await violationsIn(container)).toEqual([]);
  });
});
