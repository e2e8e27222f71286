import { defineMessages } from '../../../i18n/messages';

/** The receiving desk. */
export const receivingMessages = defineMessages({
  zh: {
    receiving: {
      title: '收货登记',
      scan: '运单号或售后单号',
      find: '查找',
      start: '扫描包裹上的运单号，或到店买家的售后单号',
      startHint: '扫描后显示商品、原因、验收清单和发货照片；登记后光标回到输入框。',
      none: '没有与「{scanned}」对应的包裹或售后单',
      noneHint: '核对号码后重新扫描。到店退货扫描买家售后单的单号；只有订单号或手机号时按订单查找。',
      byOrder: '按订单查找',
      otherStep: '这张售后单现在不等收货。',
      others: '同一号码的其他售后单：{n, number} 张，{waiting, number} 张待收货',
      show: '显示 {code}',
      more: '还有更多售后单，在待办中查看',
      soldBy: '销售分店',
      dropInEffect: '登记后商品由本店收下，售后单和费用仍属 {unit}，由其退款或换货。',
      notHere: '这张售后单现在不能登记到店退货。',
    },
  },
  en: {
    receiving: {
      title: 'Receiving',
      scan: 'Tracking number or code of a case',
      find: 'Find',
      start: 'Scan the tracking number on the parcel, or the code of the case on the buyer’s phone',
      startHint: 'Goods, reason, return conditions and photos appear; once registered, the field is ready for the next scan.',
      none: 'No parcel or case goes by “{scanned}”',
      noneHint:
        'Check the number, then scan again. A drop-in goes by the code of the buyer’s case; with an order number or a phone number alone, look among the orders.',
      byOrder: 'Look among the orders',
      otherStep: 'This case does not wait for its goods now.',
      others: 'Other cases by this number: {n, number}, awaiting receipt: {waiting, number}',
      show: 'Show {code}',
      more: 'There are more cases: see them in the queue',
      soldBy: 'Sold by',
      dropInEffect: 'The goods stay here; the case and its cost stay with {unit}, which refunds or exchanges.',
      notHere: 'No drop-in can be registered for this case now.',
    },
  },
});
