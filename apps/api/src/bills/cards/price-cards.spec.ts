import { Desk, type StaffEmail } from '../../after-sales/testing/desk.js';
import type { Loose } from '../../testing/client.js';
import { plantPerson } from '../../testing/people.js';
import { enginesHere } from '../../testing/test-app.js';
import { billDeskOf } from '../testing/bill-desk.js';

const CARD = 'id carrier validFrom currency fileName rowCount importedByName';
const CARDS = `query ($carrier: String, $page: PageInput) { it: priceCards(carrier: $carrier, page: $page) { nextCursor items { ${CARD} } } }`;
const ONE = `query ($id: ID!) { it: priceCard(id: $id) { ${CARD} rows { zone firstGrams firstPrice stepGrams stepPrice } } }`;
const PROFILES = '{ it: priceCardProfiles { name encoding columns } }';
const REMOVE = 'mutation ($id: ID!) { it: removePriceCard(id: $id) }';
const BY_CARD = 'query ($id: ID!) { it: bill(id: $id) { byPriceCard { compared notCompared aboveLines above } } }';

const head = '区域,首重克,首重价,续重克,续重价';
const jiangsu = '江苏,1000,8.00,500,1.50';
const others = ',1000,12,1000,5';

describe.each(enginesHere())('price cards on %s', (engine) => {
  let desk: Desk;
  const billHead = '运单号,金额,币种,日期,重量克,区域';
  const { month, asked, taken, linesOf } = billDeskOf(() => desk, { biller: '顺丰', profile: 'carrier-bill', head: billHead });

  beforeAll(async () => {
    desk = await Desk.open(engine);
    await plantPerson(desk.it.database, { email: 'auditor@example.com', roles: [['auditor', 'HQ']] });
    await plantPerson(desk.it.database, { email: 'regional.finance@example.com', roles: [['finance', 'EAST']] });
  });
  afterAll(() => desk.it.close());

  const upload = (lines: readonly string[], more: Record<string, string> = {}, who: StaffEmail = 'finance@example.com') => {
    const query = { carrier: '顺丰', validFrom: '2020-01-01', profile: 'price-card', name: '价目.csv', ...more };
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    return desk.as(who).send(`/price-cards?${new URLSearchParams(query).toString()}`, bytes, 'application/octet-stream');
  };
  const carded = async (rows: readonly string[], more: Record<string, string>): Promise<string> => {
    const { status, body } = await upload([head, ...rows], more);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const eventsOf = async (action: string): Promise<Loose[]> => {
    const sql = 'SELECT data FROM audit_event WHERE action = ? ORDER BY id';
    return (await desk.it.database.read.query<Loose[]>(sql, [action])).map(({ data }) => JSON.parse(data));
  };

  it('are taken in whole, listed with the latest first, and removed', async () => {
    const carrier = '京东';
    const old = await carded([jiangsu, others], { carrier });
    const next = await carded([' 江苏 ,1000,￥9,500,1.60'], {
      carrier,
      validFrom: '2021-07-01',
      pasted: '1',
      profile: 'price-card-gbk',
    });
    const list = await asked(CARDS, { carrier });
    expect(list.items.map(({ id, validFrom, rowCount }: Loose) => [id, validFrom, rowCount])).toEqual([
      [next, '2021-07-01', 1],
      [old, '2020-01-01', 2],
    ]);
    expect(
      (
        await asked(CARDS, {
          carrier,
          page: { first: 1, after: (await asked(CARDS, { carrier, page: { first: 1 } })).nextCursor },
        })
      ).items,
    ).toMatchObject([{ id: old }]);
    expect(await asked(ONE, { id: old })).toMatchObject({
      ...{ carrier, currency: 'CNY', fileName: '价目.csv', importedByName: '孙会计' },
      rows: [
        { zone: '江苏', firstGrams: 1_000, firstPrice: 800, stepGrams: 500, stepPrice: 150 },
        { zone: '', firstGrams: 1_000, firstPrice: 1_200, stepGrams: 1_000, stepPrice: 500 },
      ],
    });
    expect((await eventsOf('priceCard.import'))[0]).toMatchObject({ carrier, validFrom: '2020-01-01', rows: 2 });
    const outcomes = await Promise.all([asked(REMOVE, { id: old }), asked(REMOVE, { id: old })]);
    expect(outcomes).toContain(true);
    expect(outcomes).toContainEqual({ refused: expect.objectContaining({ code: 'NOT_FOUND' }) });
    expect(await asked(ONE, { id: old })).toBeNull();
    expect(await desk.it.database.read.query('SELECT id FROM price_card_row WHERE card_id = ?', [old])).toEqual([]);
    expect(await eventsOf('priceCard.remove')).toMatchObject([{ carrier, validFrom: '2020-01-01', file: '价目.csv' }]);
  });

  it('go in with no line that is wrong, each one told of', async () => {
    const { body } = await upload([
      head,
      jiangsu,
      '江苏,1000,9.00,500,1.50',
      '浙江,0,8,500,1.5',
      '上海,1000,-8,500,1.5',
      '北京,1000,8,-500,1.5',
      '天津,1000,$8,500,1.5',
      '河北,1000,8,500,',
      '山东,1000,8,500,10001',
      '山西,1000,8',
    ]);
    expect(body).toMatchObject({ code: 'PRICE_CARD_LINES', field: 'file', details: { count: 8 } });
    expect(body.details.lines.map(({ line, cell, code }: Loose) => [line, cell, code])).toEqual([
      [3, '区域', 'DUPLICATE_KEY'],
      [4, '首重克', 'NOT_A_NUMBER'],
      [5, '首重价', 'NOT_AN_AMOUNT'],
      [6, '续重克', 'NOT_A_NUMBER'],
      [7, '首重价', 'CURRENCY_DIFFERS'],
      [8, '续重价', 'REQUIRED'],
      [9, '续重价', 'NOT_AN_AMOUNT'],
      [10, '', 'COLUMNS_DIFFER'],
    ]);
    expect((await asked(CARDS, { carrier: '顺丰' })).items).toEqual([]);
    expect((await upload([head])).body).toMatchObject({ code: 'FILE_INVALID', field: 'file' });
    const many = Array.from({ length: 1_001 }, (_, at) => `Z${String(at)},1,1,1,1`);
    expect((await upload([head, ...many])).body).toMatchObject({ code: 'PRICE_CARD_TOO_LARGE', details: { lines: 1_000 } });
    expect((await upload([head, 'x'.repeat(1_000_001)])).body).toMatchObject({ code: 'PRICE_CARD_TOO_LARGE' });
    for (const [field, more] of [
      ['carrier', { carrier: ' ' }],
      ['validFrom', { validFrom: '2026-02-30' }],
      ['currency', { currency: 'yuan' }],
      ['profile', { profile: 'carrier-bill' }],
    ] as const)
      expect((await upload([head, jiangsu], more)).body).toMatchObject({ code: 'BAD_INPUT', field });
  });

  it('are one for a carrier, a currency and a day', async () => {
    const carrier = '中通';
    const both = await Promise.all([upload([head, jiangsu], { carrier }), upload([head, others], { carrier })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400]);
    const [won, lost] = both[0]?.status === 201 ? both : [both[1], both[0]];
    expect(lost?.body).toMatchObject({ code: 'PRICE_CARD_KNOWN', field: 'validFrom', details: { cardId: won?.body.id } });
    expect((await upload([head, jiangsu], { carrier, currency: 'USD' })).status).toBe(201);
  });

  it('say what lines of the carrier’s bills should have cost on their day, and what is beyond', async () => {
    const carrier = '圆通';
    await carded([jiangsu], { carrier });
    const later = await carded([jiangsu.replace('8.00', '9.00'), others], { carrier, validFrom: `${month()}-10` });
    const billId = await taken(
      [
        `YT1,10.00,,${month()}-09,1200,江苏`,
        `YT2,10.00,,${month()}-10,1200,江苏`,
        `YT3,16.00,,${month()}-10,1001,新疆`,
        `YT4,20.00,,${month()}-09,1200,新疆`,
        'YT5,10.00,,,1200,江苏',
        `YT6,10.00,,${month()}-10,0,江苏`,
        `YT7,20.00,,${month()}-10,800,`,
        'YT8,9,,2019-12-31,800,江苏',
      ],
      { biller: carrier },
    );
    const lines = await linesOf(billId, 'unknown');
    expect(lines.map(({ number, byPriceCard: { price, gap } }) => [number, price, gap])).toEqual([
      ['YT1', 950, null],
      ['YT2', 1_050, null],
      ['YT3', 1_700, null],
      ['YT4', null, 'noZone'],
      ['YT5', 950, null],
      ['YT6', null, 'noWeight'],
      ['YT7', 1_200, null],
      ['YT8', null, 'noCard'],
    ]);
    expect(lines[0]).toMatchObject({ grams: 1_200, zone: '江苏' });
    const byPriceCard = { compared: 5, notCompared: 3, aboveLines: 3, above: 50 + 50 + 800 };
    expect(await asked(BY_CARD, { id: billId })).toEqual({ byPriceCard });
    await asked(REMOVE, { id: later });
    expect(await asked(BY_CARD, { id: billId })).toEqual({
      byPriceCard: { compared: 3, notCompared: 5, aboveLines: 3, above: 150 },
    });
  });

  it('have nothing to say of an insurer’s bill, and a weight that is none keeps a line out', async () => {
    const premium = { biller: '平安', profile: 'insurer-bill' };
    const { upload: send } = billDeskOf(() => desk, { ...premium, head: '订单号,保费' });
    const { body } = await send(['订单号,保费', 'A1,0.50']);
    expect(await asked(BY_CARD, { id: body.id })).toEqual({ byPriceCard: null });
    expect((await linesOf(body.id, 'unknown'))[0]).toMatchObject({ grams: null, zone: null, byPriceCard: null });
    const { upload: bill } = billDeskOf(() => desk, { biller: '极兔', profile: 'carrier-bill', head: billHead });
    const heavy = await bill([billHead, 'JT1,1,,,1000001,江苏', 'JT2,1,,,light,江苏', 'JT3,1,,,,']);
    expect(heavy.body).toMatchObject({ lineCount: 1, refusedCount: 2 });
  });

  it('are the chain’s: finance at HQ takes them in and out, auditors read', async () => {
    const id = await carded([jiangsu], { carrier: '德邦' });
    for (const who of ['op@example.com', 'shop1@example.com', 'clerk1@example.com'] as const) {
      for (const query of [CARDS, PROFILES])
        expect(await asked(query, {}, who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
      for (const query of [ONE, REMOVE])
        expect(await asked(query, { id }, who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
      expect((await upload([head, jiangsu], {}, who)).body).toMatchObject({ code: 'FORBIDDEN' });
    }
    const regional = 'regional.finance@example.com' as StaffEmail;
    expect(await asked(ONE, { id }, regional)).toBeNull();
    for (const [query, variables] of [
      [CARDS, {}],
      [REMOVE, { id }],
    ] as const)
      expect(await asked(query, variables, regional)).toMatchObject({ refused: { code: 'NOT_FOUND' } });
    expect((await upload([head, jiangsu], {}, regional)).body).toMatchObject({ code: 'NOT_FOUND' });
    const auditor = 'auditor@example.com' as StaffEmail;
    expect(await asked(ONE, { id }, auditor)).toMatchObject({ id });
    expect(await asked(REMOVE, { id }, auditor)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    expect(await asked(PROFILES)).toEqual([
      { name: 'price-card', encoding: 'utf-8', columns: ['区域', '首重克', '首重价', '续重克', '续重价'] },
      { name: 'price-card-gbk', encoding: 'gb18030', columns: ['区域', '首重克', '首重价', '续重克', '续重价'] },
    ]);
  });
});
