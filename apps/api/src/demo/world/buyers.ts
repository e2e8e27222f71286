import type { BuyerDraft } from '../../orders/order-draft.js';
import type { Random } from '../random.js';

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石贾韦夏方',
] as [string, ...string[]];
const given = [
  '婷',
  '静',
  '雪',
  '丽娟',
  '晓燕',
  '思雨',
  '佳怡',
  '雨桐',
  '梦洁',
  '欣然',
  '诗涵',
  '若曦',
  '子墨',
  '一诺',
  '雅文',
  '慧敏',
  '秀英',
  '玉兰',
  '春梅',
  '晨曦',
  '磊',
  '强',
  '伟',
  '浩然',
  '宇轩',
  '俊杰',
  '志远',
  '建平',
  '国栋',
  '天宇',
  '明哲',
  '子豪',
  '文博',
  '家乐',
  '晓东',
  '海涛',
  '鹏飞',
  '嘉诚',
  '立新',
  '思远',
] as [string, ...string[]];
const prefixes = ['133', '135', '136', '137', '138', '139', '150', '151', '158', '177', '180', '186', '187', '189', '199'] as [
  string,
  ...string[],
];

const provinces: readonly (readonly [string, number])[] = [
  ['浙江省', 12],
  ['江苏省', 12],
  ['上海市', 12],
  ['广东省', 14],
  ['北京市', 8],
  ['山东省', 6],
  ['四川省', 6],
  ['湖北省', 5],
  ['福建省', 4],
  ['湖南省', 4],
  ['河南省', 4],
  ['安徽省', 3],
  ['河北省', 3],
  ['陕西省', 3],
  ['重庆市', 3],
  ['辽宁省', 3],
  ['天津市', 2],
  ['江西省', 2],
  ['广西壮族自治区', 2],
  ['云南省', 2],
  ['黑龙江省', 1],
  ['吉林省', 1],
  ['贵州省', 1],
  ['山西省', 1],
  ['海南省', 1],
  ['甘肃省', 1],
  ['新疆维吾尔自治区', 1],
  ['内蒙古自治区', 1],
];

export const personName = (random: Random): string => random.pick(surnames) + random.pick(given);

/** The n-th buyer of the chain: the same person whenever he comes again. */
export function buyer(random: Random, number: number, home: string): BuyerDraft {
  const own = random.of('buyer', number);
  const region = own.chance(0.62) ? home : own.weighted(provinces);
  return {
    ref: `B${String(number).padStart(6, '0')}`,
    name: personName(own),
    phone: `${own.pick(prefixes)}****${own.digits(4)}`,
    region,
  };
}
