import { defineMessages } from '../../../i18n/messages';

/** The desk of disputes, and verdicts. */
export const disputeMessages = defineMessages({
  zh: {
    disputes: {
      title: '介入处理',
      done: '没有待判定的售后单',
      preview: '所选售后单',
      liability: '系统判责',
      byRule: '{party}（{sure}）',
      assumed: '推定',
      proven: '有据',
      noLiability: '没有判责',
      said: '双方说法',
      buyer: '买家',
      store: '门店与平台',
      nothingSaid: '没有留言',
    },
    verdictTo: {
      AWAIT_RETURN: '买家寄回商品',
      AWAIT_RECEIPT: '门店收货',
      AWAIT_RESHIP: '门店发货给买家',
      REFUNDING: '退款给买家',
      CLOSED: '支持门店，关闭售后单',
    },
    verdictDo: {
      AWAIT_RETURN: '判定买家寄回商品',
      AWAIT_RECEIPT: '判定门店收货',
      AWAIT_RESHIP: '判定门店发货给买家',
      REFUNDING: '判定退款 {amount}',
      CLOSED: '支持门店，关闭售后单，不退款',
    },
  },
  en: {
    disputes: {
      title: 'Disputes',
      done: 'No case awaits a verdict',
      preview: 'The chosen case',
      liability: 'Liable by the rules',
      byRule: '{party} ({sure})',
      assumed: 'assumed',
      proven: 'proven',
      noLiability: 'Not found yet',
      said: 'What each side said',
      buyer: 'Buyer',
      store: 'Store and HQ',
      nothingSaid: 'Nothing said',
    },
    verdictTo: {
      AWAIT_RETURN: 'The buyer sends the goods back',
      AWAIT_RECEIPT: 'The store takes the goods in',
      AWAIT_RESHIP: 'The store sends the buyer a parcel',
      REFUNDING: 'Refund the buyer',
      CLOSED: 'For the store: close the case',
    },
    verdictDo: {
      AWAIT_RETURN: 'Have the buyer send the goods back',
      AWAIT_RECEIPT: 'Have the store take the goods in',
      AWAIT_RESHIP: 'Have the store send the buyer a parcel',
      REFUNDING: 'Refund the buyer {amount}',
      CLOSED: 'Close the case for the store, without a refund',
    },
  },
});
