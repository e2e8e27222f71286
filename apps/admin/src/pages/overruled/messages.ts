import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '被推翻最多的规则',
    period: '期间',
    days: '最近 {n, number} 天',
    rule: '规则',
    count: '被推翻次数',
    more: '{n, number} 次以上',
    times: '{n, number} 次',
    latest: '最近的售后单',
    why: '{who} · {at} · {store}',
    noReason: '没有填写原因',
    none: '这段时间没有规则被推翻',
    noneHint: '店员推翻规则代买家申请、处理售后单，或在售后期外代为发起时，会列在这里。',
    failed: '没有载入',
  },
  en: {
    title: 'Most overruled rules',
    period: 'Period',
    days: 'Last {n, plural, one {# day} other {# days}}',
    rule: 'Rule',
    count: 'Overruled',
    more: 'more than {n, plural, one {once} other {# times}}',
    times: '{n, plural, one {once} other {# times}}',
    latest: 'Latest cases',
    why: '{who} · {at} · {store}',
    noReason: 'no reason given',
    none: 'No rule was overruled in this time',
    noneHint: 'Cases that staff opened or moved on against a rule, or opened for a buyer after the windows, are listed here.',
    failed: 'This did not load',
  },
});
