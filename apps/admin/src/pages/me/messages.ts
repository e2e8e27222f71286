import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '我的',
    profile: {
      title: '资料',
      email: '邮箱',
      name: '姓名',
      language: '语言',
      save: '保存资料',
      saved: '资料已保存',
    },
    password: {
      title: '密码',
      text: '更改后，其他设备都会退出登录。',
      current: '当前密码',
      next: '新密码',
      change: '更改密码',
      changed: '密码已更改，其他设备已退出登录',
    },
    sessions: {
      title: '登录的设备',
      failed: '登录记录没有载入',
      current: '本机',
      facts: '{since} 登录，{seen} 使用过',
      address: '来自 {address}',
      unknown: '未知设备',
      end: '退出此设备',
      ended: '已退出 {device}',
      endAll: '全部退出登录',
      endAllEffect: '{n, plural, other {# 台设备}}将退出登录，包括本机。退出后回到登录页。',
    },
  },
  en: {
    title: 'My account',
    profile: {
      title: 'Profile',
      email: 'E-mail',
      name: 'Name',
      language: 'Language',
      save: 'Save profile',
      saved: 'Profile saved',
    },
    password: {
      title: 'Password',
      text: 'Changing it signs out all other devices.',
      current: 'Current password',
      next: 'New password',
      change: 'Change password',
      changed: 'Password changed; all other devices are signed out',
    },
    sessions: {
      title: 'Signed-in devices',
      failed: 'The sessions did not load',
      current: 'This device',
      facts: 'Signed in {since}, used {seen}',
      address: 'from {address}',
      unknown: 'Unknown device',
      end: 'Sign out this device',
      ended: '{device} is signed out',
      endAll: 'Sign out everywhere',
      endAllEffect:
        '{n, plural, one {# device} other {# devices}} will be signed out, this one too. Sign-in is needed to come back.',
    },
  },
});

export const errors = defineMessages({
  zh: { WRONG_PASSWORD: '当前密码不对。15 分钟内错 5 次将暂停登录。' },
  en: { WRONG_PASSWORD: 'This is not the current password. Five failures within 15 minutes pause sign-in.' },
});
