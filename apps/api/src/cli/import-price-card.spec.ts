import { mock } from 'node:test';
import { PriceCard } from '../bills/cards/price-card.entity.js';
import { Folder, readReport } from '../imports/testing/fixtures.js';
import { createAdmin } from './create-admin.js';
import { withDatabase } from './session.js';
import { importPriceCard } from './import-bill-command.js';

const HEAD = '区域,首重克,首重价,续重克,续重价';

describe('headwater import price-card', () => {
  const folder = new Folder();
  const before = process.env;
  const said = mock.method(console, 'log', () => undefined).mock;
  const complained = mock.method(console, 'error', () => undefined).mock;

  beforeAll(async () => {
    process.env = { ...before, HEADWATER_DATA_DIR: folder.at('data'), HEADWATER_DEMO: '0', LOG_LEVEL: 'error' };
    delete process.env['DATABASE_URL'];
    const admin = { email: 'boss@chain.example', name: '老板', password: 'a river of silver', chain: '小店' };
    await withDatabase((session) => createAdmin(session, { ...admin, timeZone: 'Asia/Shanghai', since: null }));
  });
  afterAll(() => {
    process.env = before;
    mock.restoreAll();
    folder.remove();
  });

  const lastOf = ({ calls }: typeof said): unknown => calls.at(-1)?.arguments[0];
  const report = folder.at('report.csv');
  const take = (lines: readonly string[]) => {
    const options = { mapping: 'price-card', carrier: '顺丰', validFrom: '2026-03-01', currency: 'CNY', report, json: true };
    return importPriceCard(folder.write('card.csv', [HEAD, ...lines]), options);
  };
  const cards = () => withDatabase(({ database }) => database.read.find(PriceCard));

  it('takes nothing of a card with a line that is wrong, and lists what is', async () => {
    expect(await take(['江苏,1000,8.00,500,1.50', '浙江,0,8.00,500,1.50'])).toBe(2);
    expect(readReport(report)).toMatchObject([{ line: '3', severity: 'refused', column: '首重克', code: 'NOT_A_NUMBER' }]);
    expect(lastOf(complained)).toContain('nothing went in');
    expect(await cards()).toEqual([]);
  });

  it('takes a whole card, of the product itself, once', async () => {
    const lines = ['江苏,1000,8.00,500,1.50', ',1000,12.00,1000,5.00'];
    expect(await take(lines)).toBe(0);
    const [card] = await cards();
    expect(card).toMatchObject({ carrier: '顺丰', validFrom: '2026-03-01', rowCount: 2, importedByName: null });
    expect(lastOf(said)).toBe(JSON.stringify({ id: card?.id, rowCount: 2 }));
    expect(readReport(report)).toEqual([]);
    await expect(take(lines)).rejects.toMatchObject({ code: 'PRICE_CARD_KNOWN' });
  });
});
