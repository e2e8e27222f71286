import { screen, waitFor } from '@testing-library/react';
import { refused, type Answers } from '../../testing/api';
import { violationsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { SignIn } from './SignIn';

const demo = { email: 'demo@example.cn', password: 'demo-password', name: '李娜', role: 'storeManager', nodeName: '杭州西湖店' };
const setup = (change = {}) => ({ Setup: { setup: { needsAdministrator: false, demoAccounts: [], ...change } } });

const renderSignIn = (answers: Answers = {}) =>
  renderPage(<SignIn />, { viewer: null, url: '/login', path: '/login', answers: { ...setup(), ...answers } });

const email = () => screen.getByRole('textbox', { name: /邮箱/ });
const password = () => screen.getByLabelText(/^密码/);

describe('sign-in', () => {
  it('takes a pasted password and leads on', async () => {
    const { user, api, address } = renderSignIn({ SignIn: { signIn: viewer() } });
    await user.type(email(), ' zhangmin@example.cn ');
    await user.click(password());
    await user.paste('correct horse');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/'));
    expect(api.sent('SignIn')[0]?.variables).toEqual({ email: 'zhangmin@example.cn', password: 'correct horse' });
  });

  it('says that it failed and how many attempts there are, and keeps what was typed', async () => {
    const { user, address } = renderSignIn({ SignIn: refused('SIGN_IN_FAILED') });
    await user.type(email(), 'zhangmin@example.cn');
    await user.type(password(), 'wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('15 分钟内错 5 次将暂停登录');
    expect(email()).toHaveValue('zhangmin@example.cn');
    expect(password()).toHaveValue('wrong');
    expect(address()).toBe('/login');
  });

  it('says until when it is paused', async () => {
    const until = new Date(Date.now() + 10 * 60_000).toISOString();
    const { user } = renderSignIn({ SignIn: refused('SIGN_IN_LOCKED', { details: { until } }) });
    await user.type(email(), 'zhangmin@example.cn');
    await user.type(password(), 'x{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/登录已暂停，(今天|明天) \d\d:\d\d 后可再试/);
  });

  it('shows the password to who wants to check it', async () => {
    const { user } = renderSignIn();
    await user.type(password(), 'abc');
    await user.click(screen.getByRole('button', { name: '显示密码' }));
    expect(password()).toHaveAttribute('type', 'text');
  });

  it('offers the accounts of the demo, each signing in by one click', async () => {
    const { user, api } = renderSignIn({ ...setup({ demoAccounts: [demo] }), SignIn: { signIn: viewer() } });
    await user.click(await screen.findByRole('button', { name: /店长.*李娜/ }));
    await waitFor(() => expect(api.sent('SignIn')[0]?.variables).toEqual({ email: demo.email, password: demo.password }));
  });

  it('offers none outside of a demo', async () => {
    const { api } = renderSignIn();
    await waitFor(() => expect(api.sent('Setup')).toHaveLength(1));
    expect(screen.queryByText('演示账号')).not.toBeInTheDocument();
  });

  it('tells how the first administrator is made', async () => {
    renderSignIn(setup({ needsAdministrator: true }));
    expect(await screen.findByText(/headwater create-admin/)).toBeInTheDocument();
  });

  it('has no serious accessibility violation', async () => {
    const { container } = renderSignIn(setup({ demoAccounts: [demo] }));
    await screen.findByText('演示账号');
    expect(await violationsIn(container)).toEqual([]);
  });
});
