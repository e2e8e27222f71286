import type { AfterSalesRules } from '../values/types.js';
import { found, type Found } from './found.js';
import type { LegalExclusions } from './floors.js';

/** Categories that the law does not leave out by itself: they count only where the buyer confirmed it at purchase. */
export const unconfirmed = ({ excluded }: AfterSalesRules, { grounds, source }: LegalExclusions): Found[] =>
  excluded.flatMap(({ category, ground }, row) => {
    if (grounds.includes(ground)) return [];
    const zh = `不支持无理由退货的类目中，「${category}」不属于法定不适用无理由退货的商品（${source.zh}），只对购买时经买家确认的商品生效：在下单页取得确认并随订单导入，或删除这一行`;
    const en = `Without the no-reason right: ${category} is not among the goods that the law leaves out (${source.en}); it counts only for goods the buyer confirmed at purchase: have that confirmed at checkout and imported with the order, or delete the row`;
    return [found('excludedUnconfirmed', 'excluded', { zh, en }, row)];
  });
