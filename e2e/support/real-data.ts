import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const given = process.env['HEADWATER_REAL_DATA'];

/** Whether the real files are here; otherwise the specs use a small fixture of the same shape, written by us. */
export const hasRealData = given !== undefined;

const root = given ?? fileURLToPath(new URL('../fixtures/', import.meta.url));

export const storeList = join(root, 'starbucks_cn/starbucks_cn.csv');
export const olist = join(root, 'olist_dev');
