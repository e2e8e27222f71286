import { screen, waitFor, within } from '@testing-library/react';
import { Shell } from '../../layout/Shell';
import { refused, type Answers } from '../../testing/api';
import { violationsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render';
import { hq, viewer } from '../../testing/viewer';
import { MePage } from './MePage';

const session = (id: string, current: boolean, userAgent: string | null) => ({
  id,
  createdAt: '2026-11-20T06:00:00Z',
  lastSeenAt: '2026-11-22T06:00:00Z',
  userAgent,
  address: '10.0.0.8',
  current,
});

const sessions = [session('a', true, 'Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537'), session('b', false, null)];

const renderMe = (answers: Answers = {}, page = <MePage />) =>
  renderPage(page, {
    url: '/me',
    path: '/me',
    answers: { MySessions: { mySessions: sessions }, ScopeNode: { orgNode: hq }, ...answers },
  });

describe('one’s own page', () => {
  it('saves the name, and shows the language chosen at once', async () => {
    const saved = viewer({ name: '张小敏', language: 'en' });
    const { user, api } = renderMe({ UpdateMe: { updateMe: saved } });
    const name = screen.getByRole('textbox', { name: /姓名/ });
    await user.clear(name);
    await user.type(name, '张小敏');
    await user.click(screen.getByRole('combobox', { name: '语言' }));
    await user.click(screen.getByRole('option', { name: 'English' }));
    await user.click(screen.getByRole('button', { name: '保存资料' }));
    expect(await screen.findByRole('heading', { name: 'My account' })).toBeInTheDocument();
    expect(api.sent('UpdateMe')[0]?.variables).toEqual({ name: '张小敏', language: 'en' });
  });

  it('empties the passwords once they are changed', async () => {
    const { user } = renderMe({ ChangePassword: { changePassword: true } });
    await user.type(screen.getByLabelText(/当前密码/), 'old password');
    await user.type(screen.getByLabelText(/新密码/), 'new password');
    await user.click(screen.getByRole('button', { name: '更改密码' }));
    await waitFor(() => expect(screen.getByLabelText(/当前密码/)).toHaveValue(''));
  });

  it('keeps the passwords when the current one is wrong, and marks it', async () => {
    const { user } = renderMe({ ChangePassword: refused('WRONG_PASSWORD', { field: 'current' }) });
    await user.type(screen.getByLabelText(/当前密码/), 'wrong');
    await user.type(screen.getByLabelText(/新密码/), 'new password');
    await user.click(screen.getByRole('button', { name: '更改密码' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('当前密码不对');
    expect(screen.getByLabelText(/当前密码/)).toBeInvalid();
    expect(screen.getByLabelText(/新密码/)).toHaveValue('new password');
  });

  it('ends another device’s session, never this one’s by itself', async () => {
    const { user, api } = renderMe({ RevokeSession: { revokeSession: true } });
    const [here, other] = await screen.findAllByRole('listitem');
    expect(here).toHaveTextContent('Chrome · Windows');
    expect(here).toHaveTextContent('本机');
    expect(within(here!).queryByRole('button')).not.toBeInTheDocument();
    await user.click(within(other!).getByRole('button', { name: '退出此设备' }));
    await waitFor(() => expect(api.sent('RevokeSession')[0]?.variables).toEqual({ id: 'b' }));
  });

  it('signs out everywhere after saying how many devices that is', async () => {
    const { user, api, address } = renderMe(
      { SignOutEverywhere: { signOutEverywhere: 2 }, SignOut: refused('UNAUTHENTICATED') },
      <Shell>
        <MePage />
      </Shell>,
    );
    await screen.findByText('本机');
    await user.click(screen.getByRole('button', { name: '全部退出登录' }));
    const dialog = screen.getByRole('dialog', { name: '全部退出登录' });
    expect(dialog).toHaveTextContent('2 台设备将退出登录，包括本机');
    await user.click(within(dialog).getByRole('button', { name: '全部退出登录' }));
    await waitFor(() => expect(address()).toBe('/login'));
    expect(api.sent('SignOutEverywhere')).toHaveLength(1);
  });

  it('lives on when the sessions do not come', async () => {
    renderMe({ MySessions: refused('INTERNAL') });
    expect(await screen.findByText('登录记录没有载入')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '保存资料' })).toBeEnabled();
  });

  it('has no serious accessibility violation', async () => {
    const { container } = renderMe();
    await screen.findAllByRole('listitem');
    expect(await violationsIn(container)).toEqual([]);
  });
});
