import { defineMessages } from '../../i18n/messages';

/**
 * What a refusal says, by its code: what, limit, who set it, way out. Values: `field` (its label), `allowed` (as text), `setBy`, and what `details`
 * holds. A page adds the codes of its own operations beside its messages, under `error`.
 */
export const errorMessages = defineMessages({
  zh: {
    error: {
      NETWORK: '连不上服务器。检查网络后重试。',
      UNAVAILABLE: '服务器暂时没有应答。稍后重试。',
      INTERNAL: '服务器出错，没有改动任何数据。重试仍不行时，把请求编号告诉管理员。',
      UNAUTHENTICATED: '登录已过期。重新登录后继续。',
      FORBIDDEN: '当前角色在此处不能这样做。',
      NOT_FOUND: '内容不存在，或不在可见范围内。',
      BAD_INPUT: '{field}不符合要求。',
      BAD_INPUT_allowed: '{field}须为 {allowed}。',
      BAD_INPUT_setBy: '{field}须为 {allowed}，由 {setBy} 限定。',
      WEAK_PASSWORD: '密码须为 10–200 个字符，且不能与邮箱相同。',
      CSRF_HEADER_MISSING: '请求没有带上防伪标记。刷新页面后重试。',
      STALE_VERSION: '打开之后已有人改动。刷新后看最新内容，再决定。',
      other: '没有完成（{code}）。',
    },
    problem: {
      CYCLE: '不能移到自己的下级之下',
      TYPE_NOT_ALLOWED: '这一类组织不能放在这里',
      ACTIVE_CHILDREN: '还有未归档的下级',
      other: '未通过校验（{code}）',
    },
  },
  en: {
    error: {
      NETWORK: 'The server cannot be reached. Check the connection, then try again.',
      UNAVAILABLE: 'The server does not answer for now. Try again later.',
      INTERNAL:
        'Something failed on the server; nothing was changed. If trying again does not help, give the administrator the request id.',
      UNAUTHENTICATED: 'The session has ended. Sign in to go on.',
      FORBIDDEN: 'The role held here does not allow this.',
      NOT_FOUND: 'It does not exist, or lies outside what can be seen from here.',
      BAD_INPUT: '{field} is not as it must be.',
      BAD_INPUT_allowed: '{field} must be {allowed}.',
      BAD_INPUT_setBy: '{field} must be {allowed}, as set by {setBy}.',
      WEAK_PASSWORD: 'The password must have 10–200 characters and differ from the e-mail address.',
      CSRF_HEADER_MISSING: 'The request lacked its mark against forgery. Reload the page, then try again.',
      STALE_VERSION: 'Somebody changed this since it was opened. Refresh to see what it is now, then decide.',
      other: 'This was not done ({code}).',
    },
    problem: {
      CYCLE: 'A unit cannot move below itself',
      TYPE_NOT_ALLOWED: 'Units of this type cannot stand here',
      ACTIVE_CHILDREN: 'There are units below that are not archived',
      other: 'A check failed ({code})',
    },
  },
});
