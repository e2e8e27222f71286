import type { Random } from '../random.js';
import type { DemoStore } from './units.js';

export type Category = '女装' | '男装' | '童装' | '鞋靴' | '配饰' | '内衣' | '家居';

export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: Category;
  /** Fen. */
  readonly price: number;
  /** Sizes or colours that a piece comes in. */
  readonly variants: readonly [string, ...string[]];
}

const sizes = ['XS', 'S', 'M', 'L', 'XL'] as const;
const shoes = ['36', '37', '38', '39', '40', '41', '42'] as const;
const ages = ['100cm', '110cm', '120cm', '130cm', '140cm'] as const;
const colours = ['米白', '雾灰', '黛青', '燕麦', '赭石'] as const;

type Row = readonly [name: string, yuan: number];

const catalogue: Readonly<
  Record<Category, { readonly letters: string; readonly variants: Product['variants']; readonly rows: readonly Row[] }>
> = {
  女装: {
    letters: 'W',
    variants: sizes,
    rows: [
      ['羊毛混纺茧型大衣', 1299],
      ['轻薄白鸭绒短款羽绒服', 899],
      ['法式桑蚕丝衬衫', 459],
      ['天丝垂感阔腿裤', 329],
      ['精梳棉圆领卫衣', 259],
      ['亚麻系带连衣裙', 499],
      ['山羊绒混纺开衫', 699],
      ['高腰直筒牛仔裤', 299],
      ['针织百褶半裙', 279],
      ['华夫格长袖T恤', 159],
    ],
  },
  男装: {
    letters: 'M',
    variants: sizes,
    rows: [
      ['美利奴羊毛针织衫', 459],
      ['三防机能夹克', 799],
      ['免烫牛津纺衬衫', 269],
      ['弹力修身休闲裤', 299],
      ['长绒棉基础T恤', 129],
      ['灯芯绒衬衫外套', 399],
      ['加绒抽绳卫裤', 229],
    ],
  },
  童装: {
    letters: 'K',
    variants: ages,
    rows: [
      ['儿童轻暖羽绒马甲', 299],
      ['儿童有机棉家居服', 159],
      ['儿童摇粒绒外套', 199],
      ['女童格纹背带裙', 189],
      ['男童工装长裤', 169],
    ],
  },
  鞋靴: {
    letters: 'S',
    variants: shoes,
    rows: [
      ['头层牛皮乐福鞋', 559],
      ['复古厚底德训鞋', 429],
      ['羊皮浅口平底鞋', 369],
      ['防滑短筒雪地靴', 499],
    ],
  },
  配饰: {
    letters: 'A',
    variants: colours,
    rows: [
      ['纯山羊绒围巾', 499],
      ['植鞣皮托特包', 599],
      ['帆布通勤双肩包', 329],
      ['羊毛贝雷帽', 159],
      ['真丝小方巾', 199],
    ],
  },
  内衣: {
    letters: 'U',
    variants: sizes,
    rows: [
      ['无痕软支撑文胸', 169],
      ['莫代尔内裤三件装', 99],
      ['德绒保暖内衣套装', 239],
      ['精梳棉中筒袜五双装', 69],
    ],
  },
  家居: {
    letters: 'H',
    variants: colours,
    rows: [
      ['水洗棉四件套', 459],
      ['新疆长绒棉浴巾', 99],
      ['澳洲羊毛盖毯', 389],
      ['手工拉坯马克杯', 79],
      ['无火香薰礼盒', 199],
      ['乳胶护颈枕', 259],
      ['胡桃木托盘', 149],
      ['亚麻抱枕套', 89],
      ['全棉色织窗帘', 429],
    ],
  },
};

export const products: readonly Product[] = Object.entries(catalogue).flatMap(([category, { letters, variants, rows }]) =>
  rows.map(([name, yuan], index) => ({
    sku: `YT${letters}${String(index + 1).padStart(2, '0')}`,
    name,
    category: category as Category,
    price: yuan * 100,
    variants,
  })),
);

type Mix = readonly (readonly [Category, number])[];

const everything: Mix = [
  ['女装', 34],
  ['男装', 16],
  ['童装', 8],
  ['鞋靴', 10],
  ['配饰', 10],
  ['内衣', 8],
  ['家居', 14],
];

const mixes: Readonly<Record<DemoStore['shop'], Mix>> = {
  旗舰店: everything,
  集合店: everything,
  街边店: everything,
  加盟店: everything,
  女装店: [
    ['女装', 70],
    ['鞋靴', 10],
    ['配饰', 12],
    ['内衣', 8],
  ],
  男装店: [
    ['男装', 74],
    ['鞋靴', 12],
    ['配饰', 8],
    ['内衣', 6],
  ],
  家居店: [
    ['家居', 88],
    ['内衣', 7],
    ['配饰', 5],
  ],
  童装店: [
    ['童装', 88],
    ['内衣', 12],
  ],
};

const byCategory = new Map(
  Object.keys(catalogue).map((category) => [category, products.filter((product) => product.category === category)]),
);

/** What somebody takes from the shelves of this store. */
export function pickProduct(random: Random, shop: DemoStore['shop']): Product {
  const shelf = byCategory.get(random.weighted(mixes[shop])) ?? products;
  const cheaperFirst = shelf.map((product) => [product, 1 / Math.sqrt(product.price)] as const);
  return random.weighted(cheaperFirst);
}
