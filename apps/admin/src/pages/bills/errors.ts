import { defineMessages } from '../../i18n/messages';

/** Why a bill or a price card does not come in, or a line is not decided. */
export const errors = defineMessages({
  zh: {
    FILE_INVALID: '文件读不出内容：要有表头和至少一行，且编码、列名与所选格式一致。',
    FILE_INVALID_allowed: '文件与所选格式不符：文件里的列是 {allowed}。',
    PROFILE_INVALID: '这种文件格式不能用在这里。',
    BILL_KNOWN: '这个文件已为同一家的这个月导入过，账单列表里可以打开。',
    BILL_TOO_LARGE: '账单最大 20 MB、100,000 行，按月或按区拆开后导入。',
    BILL_ACCEPTED: '这张账单有已接受的差额，不能撤回。',
    BILL_LINE_DECIDED: '这一行已处理，刷新后可见。',
    BILL_POSTING_CHANGED: '显示之后分录有变动，核对新的分录后再接受。',
    BILL_SUM_CHANGED: '这个范围内的行已有变动，核对新的合计后再接受。',
    PRICE_CARD_KNOWN: '这家快递公司从这一天起已有价目卡，先移除那一张。',
    PRICE_CARD_LINES: '文件里有 {count, number} 处不对，价目卡没有导入。',
    PRICE_CARD_TOO_LARGE: '价目卡最大 1 MB、1,000 行。',
  },
  en: {
    FILE_INVALID:
      'Nothing can be read from the file: it needs a header, at least one line, and the encoding and columns of the format chosen.',
    FILE_INVALID_allowed: 'The file is not of the format chosen: its columns are {allowed}.',
    PROFILE_INVALID: 'This format does not serve here.',
    BILL_KNOWN: 'This file was imported for the same biller and month before; the list of bills has it.',
    BILL_TOO_LARGE: 'A bill has at most 20 MB and 100,000 lines; split it by month or region.',
    BILL_ACCEPTED: 'Differences of this bill have been accepted, so it stays.',
    BILL_LINE_DECIDED: 'This line is decided; refresh to see how.',
    BILL_POSTING_CHANGED: 'The entries changed since the posting was shown; look at the new one before accepting.',
    BILL_SUM_CHANGED: 'The lines in this range changed; look at the new sum before accepting.',
    PRICE_CARD_KNOWN: 'This carrier has a price card from this day on; remove that one first.',
    PRICE_CARD_LINES: '{count, plural, one {# value is} other {# values are}} not right; the price card did not come in.',
    PRICE_CARD_TOO_LARGE: 'A price card has at most 1 MB and 1,000 lines.',
  },
});
