import { readFileSync } from 'node:fs';
import { In } from 'typeorm';
import type { INestApplicationContext } from '@nestjs/common';
import { servicesOver } from '../cli/services.js';
import { currentEpoch } from '../database/epoch.js';
import { OrderLine, OrderPayment, SalesOrder } from '../orders/order.entity.js';
import { plantUnits, unitId, type Unit } from '../testing/organization.js';
import { createTestDatabase, enginesHere, type TestDatabase } from '../testing/test-app.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { ImportService } from './import.service.js';
import { badStores, Folder, readReport, storeList, writeMarketplace } from './testing/fixtures.js';

const chain: Unit = {
  code: 'HQ',
  type: 'headquarters',
  children: [
    { code: 'EAST', type: 'region', children: [{ code: 'SHOP', type: 'store' }] },
    { code: 'TAKEN', type: 'supplier' },
  ],
};

describe.each(enginesHere())('imports on %s', (engine) => {
  let it_: TestDatabase;
  let services: INestApplicationContext;
  let folder: Folder;
  let imports: ImportService;
  let report: string;

  beforeEach(async () => {
    it_ = await createTestDatabase(engine);
    services = await servicesOver(it_);
    await plantUnits(it_.database, chain);
    folder = new Folder();
    report = folder.at('report.csv');
    imports = services.get(ImportService, { strict: false });
  });
  afterEach(async () => {
    folder.remove();
    await services.close();
    await it_.close().catch(() => undefined);
  });

  const stores = (lines: readonly string[], since: number | null = null) =>
    imports.units({ path: folder.write('stores.csv', lines), mapping: 'starbucks_cn', report, since });
  const node = (code: string) => it_.database.read.findOneByOrFail(OrgNode, { code });

  describe('of a store list', () => {
    it('put stores under their provinces and areas, with codes and owners as the profile translates them', async () => {
      const summary = await stores(storeList, Date.UTC(2016, 0, 1));
      expect(summary).toEqual({ read: 5, stores: 5, created: 5 + 4 + 3, changed: 0, unchanged: 0, refused: 0 });
      const [hongKong, folded] = [await node('10004-4'), await node('10002-2')];
      expect(hongKong).toMatchObject({
        name: '香港丁店',
        ownership: 'licensed',
        provinceCode: '81',
        timeZone: 'Asia/Hong_Kong',
        depth: 3,
        longitude: 114.17,
      });
      expect(folded).toMatchObject({
        ownership: 'jointVenture',
        city: '廊坊市',
        province: '北京市',
        since: Date.UTC(2016, 0, 1),
      });
      expect((await node('82')).name).toBe('澳门特别行政区');
      expect([hongKong.a1, hongKong.a2]).toEqual([(await node('港澳台')).id, (await node('81')).id]);
      expect(readReport(report)).toEqual([]);
    });

    it('change nothing the second time: no row, no epoch', async () => {
      await stores(storeList);
      const before = await currentEpoch(it_.database.read);
      expect(await stores(storeList)).toMatchObject({ created: 0, changed: 0, unchanged: 12, stores: 5 });
      expect(await currentEpoch(it_.database.read)).toBe(before);
    });

    it('update what the list says otherwise now, and leave alone what it says nothing about', async () => {
      await stores(storeList);
      const was = await node('10001-1');
      const renamed = storeList.map((line) => line.replace('北京甲店', '北京甲店（新）').replace('Company Owned', 'Licensed'));
      expect(await stores(renamed)).toMatchObject({ created: 0, changed: 1, unchanged: 11 });
      expect(await node('10001-1')).toMatchObject({
        id: was.id,
        name: '北京甲店（新）',
        ownership: 'licensed',
        version: was.version + 1,
      });
    });

    it('report each line that cannot go in with its column, and let the good ones in', async () => {
      const summary = await stores([...storeList, ...badStores.map(([line]) => line)]);
      expect(summary).toMatchObject({ read: 11, stores: 5, refused: 6 });
      const lines = readReport(report);
      expect(lines.map((it) => [it['line'], it['code']])).toEqual(badStores.map(([, code], index) => [String(index + 7), code]));
      expect(lines[0]).toMatchObject({
        column: 'Ownership Type',
        value: 'Rented',
        allowed: 'Company Owned, Joint Venture, Licensed',
        severity: 'refused',
      });
    });

    it('lose no line behind a quote that nobody closed, and change nothing the second time', async () => {
      const profile = folder.write('plain.yaml', [
        'profile: plain',
        'units: { type: supplier, key: No, code: Code, name: Name, address: Address }',
      ]);
      const lines = Array.from(
        { length: 4_998 },
        (_, no) => `${String(no)},C${String(no)},Store ${String(no)},"Road, ${String(no)}"`,
      );
      lines[2_500] = '2500,C2500,"Store 2500,Road';
      const path = folder.write('plain.csv', ['No,Code,Name,Address', ...lines, 'x,CX,X,"Road 1\nBack door"', 'y,CY,Y,"Road']);
      const run = () => imports.units({ path, mapping: profile, report });
      expect(await run()).toMatchObject({ read: 5_000, created: 4_998, refused: 2 });
      expect(readReport(report)).toMatchObject([
        { line: '2502', code: 'NOT_CSV', column: 'Name', value: 'Store 2500' },
        { line: '5002', code: 'NOT_CSV', column: 'Address', value: 'Road' },
      ]);
      expect(await node('CX')).toMatchObject({ address: 'Road 1\nBack door' });
      expect(await run()).toMatchObject({ created: 0, changed: 0, unchanged: 4_998, refused: 2 });
    });

    it('say so where the header itself is torn', async () => {
      await expect(stores(['Brand,"Store Number,Store Name', 'a,b,c'])).rejects.toThrow('its header is to be CSV');
    });

    it('refuse a code that another unit has, and a unit under an archived one', async () => {
      await stores(storeList.slice(0, 2));
      await it_.database.writer.manager.update(OrgNode, { code: '11' }, { archivedAt: 1 });
      const summary = await stores(storeList.map((line) => line.replace('10003-3', 'TAKEN')));
      expect(summary).toMatchObject({ refused: 3 });
      expect(readReport(report).map((it) => it['code'])).toEqual(['PARENT_ARCHIVED', 'PARENT_ARCHIVED', 'CODE_TAKEN']);
    });

    const towns = (lines: readonly string[], since: number | null = null) => {
      const profile = folder.write('towns.yaml', [
        'profile: towns',
        'units:',
        '  key: No',
        '  code: Code',
        '  name: Name',
        '  levels: [{ level: town, key: Town, name: TownName }]',
      ]);
      return imports.units({
        path: folder.write('towns.csv', ['No,Code,Name,Town,TownName', ...lines]),
        mapping: profile,
        report,
        since,
      });
    };

    it('date back a unit above that is known by its code alone, and change nothing the second time', async () => {
      const since = Date.UTC(2014, 0, 1);
      expect(await towns(['1,C1,One,EAST,The East'], since)).toMatchObject({ created: 1 });
      expect(await node('EAST')).toMatchObject({ name: 'region EAST', since });
      expect(await towns(['1,C1,One,EAST,The East'], since)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    });

    it('change nothing the second time, even where a later part of a long list calls a unit above otherwise', async () => {
      const lines = Array.from({ length: 2_100 }, (_, no) => {
        const town = no < 2_000 ? 'Springfield' : 'Spring Field';
        return `${String(no)},C${String(no)},Store ${String(no)},T1,${town}`;
      });
      expect(await towns(lines)).toMatchObject({ created: 2_101, changed: 0 });
      const before = await currentEpoch(it_.database.read);
      expect(await towns(lines)).toMatchObject({ created: 0, changed: 0, unchanged: 2_101 });
      expect(await currentEpoch(it_.database.read)).toBe(before);
      expect((await node('T1')).name).toBe('Springfield');
    });

    it('refuse a code that two known units would come to have', async () => {
      await towns(['1,C1,One,T1,Town', '2,C2,Two,T1,Town']);
      const summary = await towns(['1,NEW,One,T1,Town', '2,NEW,Two,T1,Town']);
      expect(summary).toMatchObject({ changed: 1, refused: 1 });
      expect(readReport(report)).toMatchObject([{ line: '3', code: 'CODE_TAKEN', value: 'NEW' }]);
    });

    it('say what is missing when the file is another one', async () => {
      await expect(stores(['Store Number,Name', '1,x'])).rejects.toThrow('it has no column Store Name');
      await expect(imports.units({ path: folder.at('gone.csv'), mapping: 'starbucks_cn', report })).rejects.toThrow(
        'no such file',
      );
    });

    it('read what Excel writes in China', async () => {
      const profile = folder.write('mine.yaml', [
        'profile: mine',
        'encoding: gb18030',
        'units:',
        '  type: supplier',
        '  key: 编号',
        '  name: 名称',
      ]);
      // 编号,名称 / 1,杭州 in GB 18030
      const bytes = Buffer.from('b1e0bac52cc3fbb3c60d0a312cbabcd6dd0d0a', 'hex');
      const summary = await imports.units({ path: folder.write('suppliers.csv', bytes), mapping: profile, report });
      expect(summary).toMatchObject({ created: 1, refused: 0 });
      expect(await node('1')).toMatchObject({ name: '杭州', type: 'supplier', depth: 1 });
    });
  });

  describe('of marketplace orders', () => {
    beforeEach(() => writeMarketplace(folder));
    const run = () => imports.orders({ path: folder.path, mapping: 'olist', report, since: Date.UTC(2016, 0, 1) });

    it('split an order by seller, and what was paid by largest remainder', async () => {
      const summary = await run();
      expect(summary).toMatchObject({
        read: 4,
        created: 4,
        lines: 4,
        freight: 2551 + 803 + 900,
        refused: 1,
        units: { stores: 3, refused: 0 },
      });
      const orders = await it_.database.read.findBy(SalesOrder, { externalNo: 'o2' });
      const byStore = new Map(orders.map((order) => [order.nodeId, order]));
      const [s1, s2] = [await node('s1'), await node('s2')];
      // 60.00 by card and 10.00 by voucher, each spread over 28.03 and 44.50.
      expect([byStore.get(s1.id)?.paidAmount, byStore.get(s2.id)?.paidAmount]).toEqual([2705, 4295]);
      const payments = await it_.database.read.find(OrderPayment, {
        where: { orderId: In(orders.map(({ id }) => id)) },
        order: { sequence: 'ASC' },
      });
      expect(payments.map(({ method }) => method).sort()).toEqual(['credit_card', 'credit_card', 'voucher', 'voucher']);
      expect(payments.filter(({ method }) => method === 'voucher').reduce((sum, it) => sum + it.amount, 0)).toBe(1000);
      const lines = await it_.database.read.findBy(OrderLine, { orderId: byStore.get(s2.id)?.id ?? '' });
      expect(lines).toMatchObject([
        { sku: 'p2', category: 'beleza_saude', unitPrice: 3550, freightAmount: 900, paidAmount: 4295 - 900 },
      ]);
    });

    it('keep who bought, when it was paid, what became of it, and the promise of then', async () => {
      await run();
      const [cancelled] = await it_.database.read.findBy(SalesOrder, { externalNo: 'o3' });
      expect(cancelled).toMatchObject({
        status: 'cancelled',
        buyerRef: 'u2',
        deliveredAt: Date.UTC(2018, 2, 8, 15),
        cancelledAt: Date.UTC(2018, 2, 4, 9),
      });
      const [delivered] = await it_.database.read.findBy(SalesOrder, { externalNo: 'o1' });
      expect(delivered).toMatchObject({
        status: 'delivered',
        cancelledAt: null,
        paidAt: Date.UTC(2018, 0, 2, 10, 20),
        promisedAt: Date.UTC(2018, 0, 15),
      });
      expect(delivered?.rulesPromise).not.toBeNull();
      const [unapproved] = await it_.database.read.findBy(SalesOrder, { externalNo: 'o2' });
      expect(unapproved?.paidAt).toBe(Date.UTC(2018, 1, 2, 10));
    });

    it('report the order without lines, the line without an order, and the city that is an e-mail address', async () => {
      await run();
      const found = readReport(report).map((it) => [it['file'], it['line'], it['severity'], it['code'], it['value']]);
      expect(found).toEqual([
        ['sellers.csv', '4', 'emptied', 'PATTERN_DIFFERS', 'shop@sample.example'],
        ['order_items.csv', '6', 'refused', 'UNKNOWN_ORDER', 'o9'],
        ['orders.csv', '5', 'refused', 'NO_LINES', 'o4'],
      ]);
    });

    it('report records that belong to no order, and those of a file that is only looked things up in', async () => {
      folder.write('products.csv', ['product_id,product_category_name', 'p1,artes,what is this', 'p2,beleza_saude', 'p3,']);
      expect(await run()).toMatchObject({ created: 4, refused: 1, stray: 2 });
      expect(readReport(report).map((it) => [it['file'], it['line'], it['code'], it['column']])).toEqual([
        ['sellers.csv', '4', 'PATTERN_DIFFERS', 'seller_city'],
        ['products.csv', '2', 'COLUMNS_DIFFER', ''],
        ['order_items.csv', '6', 'UNKNOWN_ORDER', 'order_id'],
        ['orders.csv', '5', 'NO_LINES', ''],
      ]);
    });

    it('refuse the order of a line with a quote that nobody closed, and no other', async () => {
      const items = readFileSync(folder.at('order_items.csv'), 'utf8').replace('o2,1,p1,', 'o2,1,"p1,');
      folder.write('order_items.csv', Buffer.from(items));
      expect(await run()).toMatchObject({ created: 2, refused: 2 });
      expect(readReport(report).filter((it) => it['code'] === 'NOT_CSV')).toMatchObject([
        { file: 'order_items.csv', line: '4', column: 'product_id', value: 'p1' },
      ]);
    });

    it('change nothing the second time, and follow what became of an order since', async () => {
      await run();
      expect(await run()).toMatchObject({ created: 0, changed: 0, unchanged: 4, units: { created: 0, changed: 0 } });
      folder.write('orders.csv', [
        'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
        'o1,c1,canceled,2018-01-02 10:00:00,2018-01-02 10:20:00,2018-01-04 09:00:00,2018-01-20 15:00:00,2018-01-15 00:00:00',
      ]);
      expect(await run()).toMatchObject({ created: 0, changed: 1, unchanged: 0 });
    });
  });

  describe('of one plain file', () => {
    const head =
      'order_no,status,channel,buyer_id,buyer_name,buyer_phone,ship_to,placed_at,paid_at,shipped_at,delivered_at,promised_at,completed_at,cancelled_at,store_code,sku,item,category,quantity,unit_price,freight,payment_method,paid_amount';
    const line = (no: string, sku: string, quantity: string, price: string, paid: string, store = 'SHOP') =>
      `${no},已签收,快递,B1,王女士,13900000000,浙江,2026-03-01 10:00,2026-03-01 10:01,,2026-03-03 09:00,,,,${store},${sku},羽绒服,服饰,${quantity},${price},0,wechat,${paid}`;

    it('takes the lines of an order together wherever they stand', async () => {
      const path = folder.write('orders.csv', [
        head,
        line('A', 'x', '2', '100.00', '250'),
        line('B', 'y', '1', '9.90', '9.90'),
        line('A', 'z', '1', '60', '250'),
      ]);
      const summary = await imports.orders({ path, mapping: 'orders-csv', report });
      expect(summary).toMatchObject({ read: 2, created: 2, lines: 3, refused: 0, units: null });
      const [order] = await it_.database.read.findBy(SalesOrder, { externalNo: 'A' });
      expect(order).toMatchObject({ paidAmount: 25000, status: 'delivered', channel: 'express', buyerName: '王女士' });
      const lines = await it_.database.read.find(OrderLine, { where: { orderId: order?.id ?? '' }, order: { lineNo: 'ASC' } });
      expect(lines.map(({ sku, quantity, paidAmount }) => [sku, quantity, paidAmount])).toEqual([
        ['x', 2, 19231],
        ['z', 1, 5769],
      ]);
    });

    it('takes what goods cost from a column of a profile that names one, and refuses what is no amount', async () => {
      const shipped = readFileSync(new URL('../../profiles/orders-csv.yaml', import.meta.url), 'utf8');
      const mapping = folder.write('costs.yaml', [shipped.replace('# cost: unit_cost', 'cost: unit_cost')]);
      const path = folder.write('orders.csv', [
        `${head},unit_cost`,
        `${line('A', 'x', '2', '100.00', '260')},41.50`,
        `${line('A', 'z', '1', '60', '260')},`,
        `${line('C', 'x', '1', '5', '5')},-1`,
      ]);
      expect(await imports.orders({ path, mapping, report })).toMatchObject({ created: 1, refused: 1 });
      const [order] = await it_.database.read.findBy(SalesOrder, { externalNo: 'A' });
      const lines = await it_.database.read.find(OrderLine, { where: { orderId: order?.id ?? '' }, order: { lineNo: 'ASC' } });
      expect(lines.map(({ unitCost }) => unitCost)).toEqual([4_150, null]);
      expect(readReport(report)).toMatchObject([{ column: 'unit_cost', code: 'NOT_AN_AMOUNT', value: "'-1" }]);
    });

    it('refuses an order as a whole where one of its lines is wrong', async () => {
      const path = folder.write('orders.csv', [
        head,
        line('A', 'x', '2', '100.00', '250'),
        line('A', 'z', 'two', '60', '250'),
        line('C', 'x', '1', '5', '5', 'NOWHERE'),
      ]);
      expect(await imports.orders({ path, mapping: 'orders-csv', report })).toMatchObject({ created: 0, refused: 2 });
      expect(readReport(report).map((it) => [it['line'], it['code'], it['value']])).toEqual([
        ['3', 'NOT_A_NUMBER', 'two'],
        ['4', 'UNKNOWN_STORE', 'NOWHERE'],
      ]);
      expect(readReport(report)[1]).toMatchObject({ column: 'store_code' });
    });

    it('names the column and what would do where the order itself is refused', async () => {
      const path = folder.write('orders.csv', [head, line('A', 'x', '1', '5', '5').replace('2026-03-01 10:01', '')]);
      await imports.orders({ path, mapping: 'orders-csv', report });
      expect(readReport(report)).toMatchObject([
        {
          column: 'paid_at',
          code: 'PAYMENT_INSTANT_REQUIRED',
          allowed: 'an instant of payment, for its status says that it was paid',
        },
      ]);
    });

    it('reports every line that has no order number', async () => {
      const path = folder.write('orders.csv', [
        head,
        line('', 'x', '1', '5', '5'),
        line('A', 'x', '1', '5', '5'),
        line('', 'y', '1', '5', '5'),
      ]);
      expect(await imports.orders({ path, mapping: 'orders-csv', report })).toMatchObject({ created: 1 });
      const found = readReport(report).map((it) => [it['line'], it['column'], it['code'], it['allowed']]);
      expect(found).toEqual([
        ['2', 'order_no', 'REQUIRED', 'a value'],
        ['4', 'order_no', 'REQUIRED', 'a value'],
      ]);
    });

    it('names the supplier of a line by the code of its unit, refuses one that is none, and lists campaigns', async () => {
      const profile = folder.write('supplied.yaml', [
        'profile: supplied',
        'orders:',
        '  key: No',
        '  order: { placedAt: At, paidAt: At }',
        '  lines: { store: Shop, sku: Item, price: Price, supplier: From, campaigns: In }',
      ]);
      const path = folder.write('supplied.csv', [
        'No,At,Shop,Item,Price,From,In',
        'A,2026-03-01 10:00,SHOP,x,5,ＴＡＫＥＮ,Ｄ11; 618；D11',
        'A,2026-03-01 10:00,SHOP,y,7,,;',
        'B,2026-03-01 10:00,SHOP,x,5,SHOP,',
      ]);
      expect(await imports.orders({ path, mapping: profile, report })).toMatchObject({ created: 1, refused: 1 });
      const lines = await it_.database.read.find(OrderLine, { order: { lineNo: 'ASC' } });
      expect(lines.map(({ supplierNodeId, campaigns }) => [supplierNodeId, campaigns])).toEqual([
        [unitId('TAKEN'), ['618', 'D11']],
        [null, null],
      ]);
      expect(readReport(report)).toMatchObject([{ line: '4', column: 'From', code: 'UNKNOWN_SUPPLIER', value: 'SHOP' }]);
      expect(await imports.orders({ path, mapping: profile, report })).toMatchObject({ created: 0, unchanged: 1 });
    });

    it('names the supplier of a line by its key in the profile too', async () => {
      await it_.database.read.update(OrgNode, { code: 'TAKEN' }, { source: 'keyed', externalId: 'S-9' });
      const profile = folder.write('keyed.yaml', [
        'profile: keyed',
        'orders:',
        '  key: No',
        '  order: { placedAt: At, paidAt: At }',
        '  lines: { store: Shop, sku: Item, price: Price, supplier: From, supplierBy: key }',
      ]);
      const path = folder.write('keyed.csv', ['No,At,Shop,Item,Price,From', 'A,2026-03-01 10:00,SHOP,x,5,S-9']);
      expect(await imports.orders({ path, mapping: profile, report })).toMatchObject({ created: 1, refused: 0 });
      expect(await it_.database.read.findOneByOrFail(OrderLine, { sku: 'x' })).toMatchObject({ supplierNodeId: unitId('TAKEN') });
    });

    it('may stand in a folder under a name of its own', async () => {
      folder.write('all.csv', ['No,At,Shop,Item,Price,Paid', 'A,2026-03-01 10:00,SHOP,x,5,12', 'A,2026-03-01 10:00,SHOP,y,7,12']);
      const profile = folder.write('mine.yaml', [
        'profile: mine',
        'files: { sales: all.csv }',
        'orders:',
        '  file: sales',
        '  key: No',
        '  order: { placedAt: At, paidAt: At }',
        '  lines: { file: sales, store: Shop, sku: Item, price: Price }',
        '  payments: { file: sales, amount: Paid }',
      ]);
      const summary = await imports.orders({ path: folder.path, mapping: profile, report });
      expect(summary).toMatchObject({ read: 1, created: 1, lines: 2, refused: 0, stray: 0 });
      const [order] = await it_.database.read.findBy(SalesOrder, { externalNo: 'A' });
      expect(order).toMatchObject({ paidAmount: 1200 });
    });
  });
});
