import type { INestApplicationContext } from '@nestjs/common';
import { systemActor } from '../auth/actor.js';
import { servicesOver } from '../cli/services.js';
import { loadProfile } from '../imports/mapping/load-profile.js';
import { Folder } from '../imports/testing/fixtures.js';
import { plantUnits, smallChain } from '../testing/organization.js';
import { createTestDatabase, enginesHere, type TestDatabase } from '../testing/test-app.js';
import { BillImport } from './bill-import.service.js';
import { Bill, BillLine } from './bill.entity.js';

describe.each(enginesHere())('a bill from the command line on %s', (engine) => {
  let it_: TestDatabase;
  let services: INestApplicationContext;
  const folder = new Folder();

  beforeAll(async () => {
    it_ = await createTestDatabase(engine);
    services = await servicesOver(it_);
    await plantUnits(it_.database, smallChain);
  });
  afterAll(async () => {
    folder.remove();
    await services.close();
    await it_.close().catch(() => undefined);
  });

  it('is read by a profile of one’s own, long as it may be', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `W${String(at)};${String(at % 7)},50`);
    const path = folder.write('march.csv', ['Waybill;Fee', ...many, 'W-bad;-1,00']);
    const profile = loadProfile(
      folder.write('mine.yaml', [
        'profile: mine',
        'delimiter: ;',
        "decimalMark: ','",
        'bill: { number: Waybill, amount: Fee, date: Day }',
      ]),
    );
    const facts = { fileName: 'march.csv', biller: 'Correios', period: '2026-03', currency: 'BRL', tolerance: 0 };
    const imports = services.get(BillImport, { strict: false });
    const { bill, read } = await imports.run(systemActor('import'), { ...facts, path, profile });
    expect(read.problems).toMatchObject([{ line: 3_002, column: 'Fee', code: 'NOT_AN_AMOUNT' }]);
    const { read: manager } = it_.database;
    expect(await manager.findOneByOrFail(Bill, { id: bill.id })).toMatchObject({
      ...{ lineCount: 3_000, refusedCount: 1, currency: 'BRL', importedByName: null },
      amount: many.reduce((sum, _, at) => sum + (at % 7) * 100 + 50, 0),
    });
    expect(await manager.countBy(BillLine, { billId: bill.id, outcome: 'unknown', status: 'open' })).toBe(3_000);
  });
});
