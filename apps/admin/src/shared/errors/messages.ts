import { defineMessages } from '../../i18n/messages';

/** The page is older or newer than the API that answers it. */
const unfit = {
  zh: '页面与服务器的版本不一致。刷新页面后重试。',
  en: 'This page does not fit the server any more. Reload it, then try again.',
};

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
      STALE_VERSION_since: '打开之后已有改动：{since}。刷新后看最新内容，再决定。',
      NO_ORGANIZATION: '还没有组织。在服务器上运行 headwater create-admin 建立总部和第一位管理员。',
      GRAPHQL_PARSE_FAILED: unfit.zh,
      GRAPHQL_VALIDATION_FAILED: unfit.zh,
      BAD_USER_INPUT: unfit.zh,
      BAD_REQUEST: unfit.zh,
      OPERATION_RESOLUTION_FAILURE: unfit.zh,
      other: '没有完成（{code}）。',
    },
    meanwhile: {
      event: '{at} {who}：{what}',
      undated: '{who}：{what}',
      fields: '改动「{fields}」',
      somebody: '另一人',
    },
    problem: {
      UNKNOWN_NODE: '没有这个组织，或不在可见范围内',
      UNKNOWN_PARENT: '没有这个上级，或不在可见范围内',
      ROOT_IS_FIXED: '总部不能移动，也不能归档',
      CYCLE: '不能放到自己的下级之下，选择别的上级',
      ALREADY_THERE: '已经在这个上级之下，不需要移动',
      PARENT_ARCHIVED: '上级已归档，先恢复上级，或选择别的上级',
      TYPE_NOT_ALLOWED: '这一类组织不能放在这里{allowed, select, none {，选择别的上级} other {，这里可以放{allowed}}}',
      TOO_DEEP: '总部以下最多{allowed}级，选择更靠近总部的上级',
      ALREADY_ARCHIVED: '这个组织已经归档',
      NOT_ARCHIVED: '这个组织没有归档，不需要恢复',
      ACTIVE_CHILDREN: '还有未归档的下级{units, select, none {} other {：{units}}}，先移走或归档它们',
      SUCCESSOR_REQUIRED: '还有未结束的售后单或仍在期限内的订单，须选择接手的分店',
      FORBIDDEN_parentId: '当前角色不能移动这里的组织',
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
      STALE_VERSION_since: 'It changed since it was opened: {since}. Refresh to see what it is now, then decide.',
      NO_ORGANIZATION:
        'There is no organization yet. Run headwater create-admin on the server: it makes HQ and its administrator.',
      GRAPHQL_PARSE_FAILED: unfit.en,
      GRAPHQL_VALIDATION_FAILED: unfit.en,
      BAD_USER_INPUT: unfit.en,
      BAD_REQUEST: unfit.en,
      OPERATION_RESOLUTION_FAILURE: unfit.en,
      other: 'This was not done ({code}).',
    },
    meanwhile: {
      event: '{at}, {who}: {what}',
      undated: '{who}: {what}',
      fields: 'changed {fields}',
      somebody: 'Somebody else',
    },
    problem: {
      UNKNOWN_NODE: 'There is no such unit, or it cannot be seen from here',
      UNKNOWN_PARENT: 'There is no such parent, or it cannot be seen from here',
      ROOT_IS_FIXED: 'HQ is neither moved nor archived',
      CYCLE: 'A unit cannot stand below itself: choose another parent',
      ALREADY_THERE: 'It stands under this parent already, so there is nothing to move',
      PARENT_ARCHIVED: 'The parent is archived: restore it first, or choose another',
      TYPE_NOT_ALLOWED:
        'Units of this type cannot stand here: {allowed, select, none {choose another parent} other {allowed are {allowed}}}',
      TOO_DEEP: 'There are at most {allowed} levels below HQ: choose a parent nearer to it',
      ALREADY_ARCHIVED: 'This unit is archived already',
      NOT_ARCHIVED: 'This unit is not archived, so there is nothing to restore',
      ACTIVE_CHILDREN:
        'There are units below that are not archived{units, select, none {} other {, such as {units}}}: move or archive them first',
      SUCCESSOR_REQUIRED: 'It has open cases or orders within their windows: choose the branch that takes over',
      FORBIDDEN_parentId: 'The role held here does not allow units to be moved here',
      other: 'A check failed ({code})',
    },
  },
});
