import type { ReasonCode } from '@headwater/after-sales';

type Texts = readonly [string, ...string[]];

/** What buyers write when they apply, by reason. */
export const applications: Readonly<Record<ReasonCode, Texts>> = {
  sizeMismatch: [
    '按尺码表买的 M，肩宽比标注窄了快两厘米，穿不上。',
    '裤长和页面写的差太多，短了一截。',
    '同样的尺码比我之前那件小一圈，怀疑标错码了。',
    '胸围标 104，自己量只有 98，请帮忙退。',
    '鞋码偏小，平时 38 的脚进不去。',
  ],
  colourMismatch: [
    '图片上是燕麦色，收到偏黄很多，和家里不搭。',
    '实物比图片暗一个色号，想退。',
    '说是雾灰，收到明显发蓝。',
    '直播里看着是米白，实物是本白，反差挺大的。',
  ],
  functionMismatch: [
    '详情页写防泼水，下小雨就湿透了。',
    '说可以机洗，洗一次就变形了。',
    '香薰摆了一周几乎没有味道。',
    '标注免烫，洗完皱得没法穿。',
  ],
  manufacturingDefect: [
    '穿第一天腋下就开线了。',
    '扣子掉了两颗，针脚也松。',
    '袖口有明显的抽丝，照片能看清楚。',
    '拉链卡住拉不上去，试了很多次。',
    '毛衣起球严重，才穿了两次。',
    '杯口有一道裂纹，不敢用。',
  ],
  transportDamage: ['箱子压扁了，马克杯碎成几块。', '快递外箱破损，托盘边角磕掉一块。', '收到时外袋是湿的，衣服上有水印。'],
  packagingDamage: [
    '里面没有缓冲，香薰瓶漏了一半。',
    '只套了一层塑料袋，鞋盒压变形，鞋面有折痕。',
    '瓶盖没拧紧，浴巾上全是香薰。',
  ],
  wrongItem: [
    '买的黛青，发来的是赭石。',
    '我拍的是女款，收到男款。',
    '收到的不是我买的那件，吊牌货号对不上。',
    '尺码发错了，拍的 L 来的 S。',
  ],
  missingItem: ['五双袜子只收到四双。', '四件套里少一个枕套。', '订单两件只收到一件，包裹没有破损。', '礼盒里缺香薰藤条。'],
  boughtWrong: [
    '手滑拍错尺码了，吊牌没拆。',
    '想买童款拍成成人款了。',
    '下单时选错颜色，没注意看。',
    '地址选成老家的了，想退掉重拍。',
  ],
  unneeded: ['家人已经买了同款，用不上了。', '出差计划取消，不需要了。', '活动凑单买的，确实用不到。'],
  unfit: [
    '版型偏大，显得人很臃肿。',
    '试了一下不太适合我，吊牌完好。',
    '面料有点扎，皮肤敏感穿不了。',
    '上身效果和模特差太多。',
    '脚背高，穿着硌脚。',
    '太长了，我 158 穿着拖地。',
  ],
  changedMind: ['不太喜欢了，七天无理由退。', '买完发现别家更合适，申请退货。', '冲动消费了，未拆吊牌。', '女朋友说不好看。'],
  notShippedInTime: ['付款三天了还没发货，客服说仓库缺货。', '承诺 48 小时发，到现在没有单号。', '赶着送礼，等不及了，退了吧。'],
  lateDelivery: ['晚到了四天，生日都过了。', '说好周五到，周二才送来，希望补偿。', '物流在中转站停了三天。'],
  notArrived: ['物流一个星期没更新，应该是丢了。', '显示派送中已经五天，快递说找不到件。', '包裹一直停在分拨中心，请退款。'],
};

/** What buyers answer to the follow-up question of their reason, where it has one. */
export const followUps: Readonly<Partial<Record<ReasonCode, Texts>>> = {
  sizeMismatch: ['偏小，大概小一码。', '偏大，肩宽多了两厘米。', '裤长偏短。'],
  colourMismatch: ['和第一张主图差得最多。', '和模特上身那张完全不是一个颜色。'],
  functionMismatch: ['“防泼水”那一句。', '写着可以机洗，其实不行。'],
  manufacturingDefect: ['腋下接缝，第一次穿就开了。', '拉链头，用了三天。', '袖口，洗过一次之后。'],
  transportDamage: ['破损了，一角是凹的。', '外箱看着完好，里面碎了。'],
  packagingDamage: ['没有气泡膜，也没有填充。', '瓶口没有内塞。'],
  wrongItem: ['收到的是男款。', '收到的是 S 码，吊牌也是 S。'],
  missingItem: ['少一双白色的。', '枕套只有一个。'],
  boughtWrong: ['想买大一码的。', '想要童款。'],
  unfit: ['偏大。', '偏小，脚背也紧。', '大小合适，风格不适合我。'],
  lateDelivery: ['页面上写的是周五。', '说好下单后第三天到。'],
  notArrived: ['一直停在杭州分拨中心。', '最后一条是派送中。'],
};

export const rejections: Texts = [
  '商品吊牌已拆且有洗涤痕迹，不符合退货条件。',
  '已超过七天无理由退货期。',
  '照片与所述问题不符，请补充清晰照片后重新申请。',
  '贴身衣物拆封后影响二次销售，不支持无理由退货。',
  '尺码符合标注公差（±1.5 cm），不属于尺寸问题。',
];

export const questions: Texts = [
  '请补充问题部位和吊牌的清晰照片。',
  '请告知是哪一件有问题，并拍一下货号。',
  '外箱还在吗？请拍一下面单和破损处。',
  '请量一下衣长和胸围，拍照给我们核对。',
];

export const answers: Texts = [
  '照片已补充，货号也拍了。',
  '是深色那件，吊牌照片已上传。',
  '外箱还在，破损处拍给你们了。',
  '胸围量出来 98，照片里有软尺。',
];

export const proposals: Texts = [
  '不退货，补偿部分货款，商品您留用。',
  '吊牌缺失，需扣除部分折旧。',
  '有轻微使用痕迹，协商按折后金额退款。',
  '配件不齐，扣除配件费用后退款。',
];

export const declines: Texts = ['扣得太多了，不同意。', '问题在你们，应该全额退。', '我要退货，不要补偿。'];

export const escalations: Texts = [
  '店铺一直拒绝，商品确实有问题，请平台介入。',
  '已经按要求补了照片还是不同意，请总部处理。',
  '商家说有使用痕迹，我只试穿过一次，请平台判断。',
  '寄回去说没收到，物流显示已签收。',
];

export const refusals: Texts = [
  '包裹内不是本店商品，货号不符。',
  '衣物有明显污渍和香水味，影响二次销售。',
  '鞋底磨损严重，已穿出门。',
  '商品缺少原包装和赠品。',
];

export const extensions: Texts = ['门店正在核对凭证，延长处理时间。', '仓库盘点，延后处理。', '等待第三方质检结果，时限延长。'];

export const verdicts: Texts = [
  '双方证据已核对，瑕疵属实，支持买家。',
  '物流签收凭证有效，退款给买家。',
  '照片显示商品已使用，维持商家意见。',
  '按平台规则，商家举证不足，退款给买家。',
];

export const withdrawals: Texts = ['改好了，不退了。', '换个尺码留着给家人穿。', '客服已帮忙解决。', '不退了，谢谢。'];

export const noOther = '同款同码已无库存，全额退款可以吗？';

export const notReceived = '物流显示已发出，一直没有收到。';

export const losses: Texts = ['承运商确认包裹丢失。', '轨迹停滞多日，承运商已立案赔付。', '转运中心失火，包裹无法找回。'];

export const inspections: Texts = ['吊牌齐全，无使用痕迹。', '外观完好，已入库。', '配件齐全。', '轻微折痕，不影响二次销售。'];

/** Carriers by how often they are used, and what a return costs with them: lowest and highest in yuan. */
export const carriers: readonly (readonly [
  { readonly name: string; readonly letters: string; readonly yuan: readonly [number, number] },
  number,
])[] = [
  [{ name: '中通快递', letters: 'ZT', yuan: [8, 15] }, 26],
  [{ name: '圆通速递', letters: 'YT', yuan: [8, 14] }, 20],
  [{ name: '韵达快递', letters: 'YD', yuan: [7, 14] }, 16],
  [{ name: '申通快递', letters: 'ST', yuan: [7, 14] }, 10],
  [{ name: '顺丰速运', letters: 'SF', yuan: [16, 27] }, 18],
  [{ name: '京东物流', letters: 'JD', yuan: [13, 22] }, 7],
  [{ name: '邮政快递包裹', letters: 'YZ', yuan: [9, 16] }, 3],
];

/** What the store with dear freight gets its parcels by. */
export const dearCarrier = { name: '顺丰特快', letters: 'SF', yuan: [29, 46] } as const;
