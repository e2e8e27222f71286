import { systemActor } from '../auth/actor.js';
import { signedIn, type Loose } from '../testing/client.js';
import { plantUnits, smallChain, unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';
import { TreeService } from '../tree/tree.service.js';
import { AuditService } from './audit.service.js';

describe.each(enginesHere())('the audit log on %s', (engine) => {
  let it_: TestApp;
  beforeAll(async () => {
    it_ = await createTestApp(engine);
    await plantUnits(it_.database, smallChain);
    await plantPerson(it_.database, { email: 'auditor@example.com', roles: [['auditor', 'HQ']] });
    await plantPerson(it_.database, { email: 'operator@example.com', roles: [['operator', 'HQ']] });
    await it_.app.get(TreeService).current();
  });
  afterAll(() => it_.close());

  const record = (action: string, code: string | null) =>
    it_.database.inTransaction((tx) =>
      it_.app.get(AuditService).record(tx, {
        actor: systemActor('import'),
        action,
        subject: { type: 'unit', id: action },
        nodeId: code === null ? null : unitId(code),
        data: { because: action },
      }),
    );

  it('keeps who, what and where, the newest first', async () => {
    await record('test.first', 'SHOP1');
    await record('test.second', null);
    const auditor = await signedIn(it_, 'auditor@example.com');
    const { items } = (await auditor.graphql('{ auditEvents { items { actorName action subjectId node { code } data } } }')).data
      .auditEvents;
    expect(items.slice(0, 2)).toEqual([
      {
        actorName: 'import',
        action: 'test.second',
        subjectId: 'test.second',
        node: { code: 'HQ' },
        data: { because: 'test.second' },
      },
      {
        actorName: 'import',
        action: 'test.first',
        subjectId: 'test.first',
        node: { code: 'SHOP1' },
        data: { because: 'test.first' },
      },
    ]);
  });

  it('is written with the change or not at all', async () => {
    const failing = it_.database.inTransaction(async (tx) => {
      const entry = { actor: systemActor(), action: 'test.undone', subject: { type: 'unit', id: 'U' }, nodeId: null };
      await it_.app.get(AuditService).record(tx, entry);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    const rows = await it_.database.read.query(`SELECT id FROM audit_event WHERE action = 'test.undone'`);
    expect(rows).toEqual([]);
  });

  it('comes in pages that miss nothing, also where many events share one instant', async () => {
    await it_.database.inTransaction(async (tx) => {
      const service = it_.app.get(AuditService);
      for (let index = 0; index < 30; index += 1)
        await service.record(tx, {
          actor: systemActor(),
          action: 'test.many',
          subject: { type: 'unit', id: String(index) },
          nodeId: null,
        });
    });
    const auditor = await signedIn(it_, 'auditor@example.com');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query =
        'query ($after: String) { auditEvents(search: "test.many", page: { first: 7, after: $after }) { nextCursor items { subjectId } } }';
      const { auditEvents }: { auditEvents: Loose } = (await auditor.graphql(query, { after })).data;
      seen.push(...auditEvents.items.map(({ subjectId }: { subjectId: string }) => subjectId));
      after = auditEvents.nextCursor;
    } while (after !== null);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => String(29 - index)));
  });

  it('is not an operator’s to read', async () => {
    const operator = await signedIn(it_, 'operator@example.com');
    expect((await operator.graphql('{ auditEvents { items { id } } }')).code).toBe('FORBIDDEN');
  });

  it('refuses a cursor that is not one of its own', async () => {
    const auditor = await signedIn(it_, 'auditor@example.com');
    expect((await auditor.graphql('{ auditEvents(page: { after: "x" }) { items { id } } }')).code).toBe('BAD_INPUT');
  });
});
