import { systemActor } from '../auth/actor.js';
import { signedIn } from '../testing/client.js';
import { plantUnits, smallChain, unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';
import { TreeService } from '../tree/tree.service.js';
import type { AuditAction } from './audit-action.js';
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

  const record = (action: AuditAction, code: string | null) =>
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
    await record('orgNode.rename', 'SHOP1');
    await record('orgNode.restore', null);
    const auditor = await signedIn(it_, 'auditor@example.com');
    const { items } = (await auditor.graphql('{ auditEvents { items { actorName action subjectId node { code } data } } }')).data
      .auditEvents;
    expect(items.slice(0, 2)).toEqual([
      {
        actorName: 'import',
        action: 'orgNode.restore',
        subjectId: 'orgNode.restore',
        node: { code: 'HQ' },
        data: { because: 'orgNode.restore' },
      },
      {
        actorName: 'import',
        action: 'orgNode.rename',
        subjectId: 'orgNode.rename',
        node: { code: 'SHOP1' },
        data: { because: 'orgNode.rename' },
      },
    ]);
  });

  it('is written with the change or not at all', async () => {
    const failing = it_.database.inTransaction(async (tx) => {
      const subject = { type: 'unit', id: 'undone' };
      await it_.app.get(AuditService).record(tx, { actor: systemActor(), action: 'orgNode.move', subject, nodeId: null });
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    const rows = await it_.database.read.query(`SELECT id FROM audit_event WHERE subject_id = 'undone'`);
    expect(rows).toEqual([]);
  });

  it('is not an operator’s to read', async () => {
    const operator = await signedIn(it_, 'operator@example.com');
    expect((await operator.graphql('{ auditEvents { items { id } } }')).code).toBe('FORBIDDEN');
  });
});
