import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '接受邀请',
    text: '账号 {email}，链接 {until} 前有效，只能用一次。',
    name: '姓名',
    password: '设置密码',
    submit: '设置密码并登录',
    gone: '链接不能再用',
    goneText: '已用过、已被新链接替换，或超过 7 天。可向邀请人要一个新链接。',
    toSignIn: '去登录',
    failed: '邀请没有载入',
  },
  en: {
    title: 'Accept the invitation',
    text: 'Account {email}. The link works until {until}, and once.',
    name: 'Name',
    password: 'Set a password',
    submit: 'Set password and sign in',
    gone: 'This link no longer works',
    goneText: 'It was used, replaced by a newer one, or is older than 7 days. Whoever sent it can send another.',
    toSignIn: 'Go to sign-in',
    failed: 'The invitation did not load',
  },
});

export const errors = defineMessages({
  zh: { INVITATION_INVALID: '链接已用过、已被替换或已超过 7 天。可向邀请人要一个新链接。' },
  en: { INVITATION_INVALID: 'The link was used, replaced, or is older than 7 days. Whoever sent it can send another.' },
});
