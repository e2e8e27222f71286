import { defineMessages } from '../../i18n/messages';

/** Why a bill does not come in, or a line is not decided. */
export const errors = defineMessages({
  zh: {
    FILE_INVALID: '文件读不出账单：要有表头，且编码、列名与所选格式一致。',
    FILE_INVALID_allowed: '文件与所选格式不符：文件里的列是 {allowed}。',
    PROFILE_INVALID: '这种文件格式不能用于账单。',
    BILL_KNOWN: '这个文件已为同一家的这个月导入过，账单列表里可以打开。',
    BILL_TOO_LARGE: '账单最大 20 MB、100,000 行，按月或按区拆开后导入。',
    BILL_ACCEPTED: '这张账单有已接受的差额，不能撤回。',
    BILL_LINE_DECIDED: '这一行已处理，刷新后可见。',
    BILL_POSTING_CHANGED: '显示之后分录有变动，核对新的分录后再接受。',
    BILL_SUM_CHANGED: '这个范围内的行已有变动，核对新的合计后再接受。',
  },
  en: {
    FILE_INVALID: 'No bill can be read from the file: it needs a header, and the encoding and columns of the format chosen.',
    FILE_INVALID_allowed: 'The file is not of the format chosen: its columns are {allowed}.',
    PROFILE_INVALID: 'This format does not read bills.',
    BILL_KNOWN: 'This file was imported for the same biller and month before; the list of bills has it.',
    BILL_TOO_LARGE: 'A bill has at most 20 MB and 100,000 lines; split it by month or region.',
    BILL_ACCEPTED: 'Differences of this bill have been accepted, so it stays.',
    BILL_LINE_DECIDED: 'This line is decided; refresh to see how.',
    BILL_POSTING_CHANGED: 'The entries changed since the posting was shown; look at the new one before accepting.',
    BILL_SUM_CHANGED: 'The lines in this range changed; look at the new sum before accepting.',
  },
});
