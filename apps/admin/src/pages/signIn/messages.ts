import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '登录',
    submit: '登录',
    email: '邮箱',
    password: '密码',
    ended: '登录已过期，重新登录后回到原来的页面。',
    noAdministrator: '还没有管理员。在服务器上运行 headwater create-admin 建立第一位。',
    demo: { title: '演示账号', text: '点按即登录，看到的内容因角色而异。' },
  },
  en: {
    title: 'Sign in',
    submit: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    ended: 'The session has ended. Signing in leads back to the page.',
    noAdministrator: 'There is no administrator yet. Run headwater create-admin on the server to make the first one.',
    demo: {
      title: 'Demo accounts',
      text: 'One click signs in; each role sees something else.',
    },
  },
});

export const errors = defineMessages({
  zh: {
    SIGN_IN_FAILED: '邮箱与密码不符，或账号未启用。15 分钟内错 5 次将暂停登录。',
    SIGN_IN_LOCKED: '错误次数过多，登录已暂停，{until} 后可再试。',
    NO_ROLE: '账号已没有任何角色，可由管理员重新授予。',
    TOO_BUSY: '同时登录的人太多，稍后再试。',
  },
  en: {
    SIGN_IN_FAILED:
      'E-mail and password do not match, or the account is not active. Five failures within 15 minutes pause sign-in.',
    SIGN_IN_LOCKED: 'Too many sign-ins failed; sign-in is paused and can be tried again {until}.',
    NO_ROLE: 'This account holds no role any more; an administrator can give it one.',
    TOO_BUSY: 'Too many people sign in at once; try again in a moment.',
  },
});
