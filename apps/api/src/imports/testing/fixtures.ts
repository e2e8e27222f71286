import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';

/** Files of a test, written by us in the shape of the real ones. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'headwater-fixture-'));

  write(name: string, lines: readonly string[] | Buffer): string {
    const file = join(this.path, name);
    writeFileSync(file, Buffer.isBuffer(lines) ? lines : `${lines.join('\n')}\n`);
    return file;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The lines of a report; none where it was not written. */
export function readReport(file: string): Record<string, string>[] {
  if (!existsSync(file)) return [];
  return parse(readFileSync(file), { columns: true, bom: true });
}

const STORES =
  'Brand,Store Number,Store Name,Ownership Type,Street Address,City,State/Province,Country,Postcode,Phone Number,Timezone,Longitude,Latitude';

export const storeList: readonly string[] = [
  STORES,
  '样例,10001-1,北京甲店,Company Owned,"朝阳区, 样例路1号",北京市,11,CN,100020,010-10000001,GMT+08:00 Asia/Beijing,116.46,39.92',
  '样例,１０００２－２,廊坊乙店,Joint Venture,"三河, 样例路2号",廊坊市,11,CN,,,GMT+08:00 Asia/Beijing,116.9,39.9',
  '样例,10003-3,杭州丙店,Licensed,"西湖区, 样例路３号",Hangzhou,33,CN,310000,,GMT+08:00 Asia/Beijing,120.15,30.27',
  '样例,10004-4,香港丁店,Licensed,Sample Road 5,Hong Kong,91,CN,,2100 0005,GMT+08:00 Asia/Beijing,114.17,22.28',
  '样例,10005-5,澳門戊店,Licensed,Sample Road 6,Macau,92,CN,,,GMT+08:00 Asia/Macau,113.54,22.19',
];

/** Lines that cannot go in, and why. */
export const badStores: readonly (readonly [string, string])[] = [
  ['样例,20001-1,租来的店,Rented,路7号,上海市,31,CN,,,GMT+08:00 Asia/Beijing,121.47,31.23', 'VALUE_NOT_ALLOWED'],
  ['样例,20002-2,哪里的店,Licensed,路8号,未知,99,CN,,,GMT+08:00 Asia/Beijing,121,31', 'VALUE_NOT_ALLOWED'],
  ['样例,,没有编号的店,Licensed,路9号,上海市,31,CN,,,GMT+08:00 Asia/Beijing,121.47,31.23', 'REQUIRED'],
  ['样例,10001-1,重复的店,Licensed,路10号,上海市,31,CN,,,GMT+08:00 Asia/Beijing,121.47,31.23', 'DUPLICATE_KEY'],
  ['样例,20005-5,远方的店,Licensed,路11号,上海市,31,CN,,,GMT+08:00 Asia/Beijing,1210.47,31.23', 'NOT_A_NUMBER'],
  ['样例,20006-6,少列的店,Licensed', 'COLUMNS_DIFFER'],
];

/** Orders of two sellers, with a part payment by voucher, an order without lines, and one that was cancelled. */
export function writeMarketplace(folder: Folder): void {
  folder.write('sellers.csv', [
    'seller_id,seller_zip_code_prefix,seller_city,seller_state',
    's1,1310,sao paulo,SP',
    's2,20040,rio de janeiro,RJ',
    's3,4482,shop@sample.example,SP',
  ]);
  folder.write('orders.csv', [
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
    'o1,c1,delivered,2018-01-02 10:00:00,2018-01-02 10:20:00,2018-01-04 09:00:00,2018-01-20 15:00:00,2018-01-15 00:00:00',
    'o2,c2,delivered,2018-02-02 10:00:00,,2018-02-04 09:00:00,2018-03-01 15:00:00,2018-02-20 00:00:00',
    'o3,c3,canceled,2018-03-02 10:00:00,2018-03-02 10:20:00,2018-03-04 09:00:00,2018-03-08 15:00:00,2018-03-20 00:00:00',
    'o4,c1,unavailable,2018-03-06 10:00:00,2018-03-06 10:20:00,,,2018-03-28 00:00:00',
  ]);
  folder.write('order_items.csv', [
    'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value',
    'o2,2,p2,s2,2018-02-05 10:00:00,35.50,9.00',
    'o1,1,p1,s1,2018-01-05 10:00:00,109.9,25.51',
    'o2,1,p1,s1,2018-02-05 10:00:00,20.00,8.03',
    'o3,1,p3,s3,2018-03-05 10:00:00,15.0,0',
    'o9,1,p3,s3,2018-03-05 10:00:00,15.0,0',
  ]);
  folder.write('order_payments.csv', [
    'order_id,payment_sequential,payment_type,payment_installments,payment_value',
    'o1,1,credit_card,1,135.41',
    'o2,2,voucher,1,10.00',
    'o2,1,credit_card,3,60.00',
    'o3,1,boleto,1,15.00',
  ]);
  folder.write('products.csv', ['product_id,product_category_name', 'p1,artes', 'p2,beleza_saude', 'p3,']);
  folder.write('customers.csv', [
    'customer_id,customer_unique_id,customer_city,customer_state',
    'c1,u1,sao paulo,SP',
    'c2,u1,sao paulo,SP',
    'c3,u2,rio,RJ',
  ]);
}
