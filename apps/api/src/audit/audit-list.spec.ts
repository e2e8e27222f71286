import { ancestorColumns } from '../database/ancestors.js';
import { newId } from '../common/ids.js';
import { Client, signedIn, type Loose } from '../testing/client.js';
import { plantUnits, smallChain, unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';
import type { AuditAction } from './audit-action.js';
import { AuditEvent } from './audit-event.entity.js';

const paths: Readonly<Record<string, readonly string[]>> = {
  HQ: ['HQ'],
  EAST: ['HQ', 'EAST'],
  SHOP1: ['HQ', 'EAST', 'MALL', 'SHOP1'],
  SHOP3: ['HQ', 'WEST', 'SHOP3'],
};

interface Happened {
  readonly action: AuditAction;
  readonly unit: string;
  readonly by?: string | null;
  readonly subject?: string;
  readonly at?: string;
  readonly data?: object | null;
}

const [zhang, li] = [newId(), newId()];

function rowOf({ action, unit, by = null, subject = unit, at = '2026-03-12T06:05:00Z', data = null }: Happened) {
  const instant = Date.parse(at);
  return {
    ...({ id: newId(instant), at: instant, actorKind: 'staff', actorId: by, actorName: '张敏', action } as const),
    ...{ subjectType: 'orgNode', subjectId: subject, nodeId: unitId(unit), data },
    ...ancestorColumns((paths[unit] ?? []).map(unitId)),
  };
}

const LIST = `query ($filter: AuditFilter, $page: PageInput) {
  auditEvents(filter: $filter, page: $page) { nextCursor total hasMoreThanTotal items { id subjectId } } }`;

const log: readonly Happened[] = [
  { action: 'orgNode.move', unit: 'SHOP1', by: zhang, subject: 'one', at: '2026-03-01T00:00:00Z' },
  { action: 'orgNode.rename', unit: 'SHOP1', by: li, subject: 'two', at: '2026-03-02T00:00:00Z' },
  { action: 'orgNode.move', unit: 'SHOP3', by: zhang, subject: 'three', at: '2026-03-03T00:00:00Z' },
  { action: 'orgNode.move', unit: 'EAST', by: li, subject: 'four', at: '2026-03-04T00:00:00Z' },
];

describe.each(enginesHere())('the list of the audit log on %s', (engine) => {
  let it_: TestApp;
  let auditor: Client;

  const plant = async (events: readonly Happened[]) => {
    const rows = events.map(rowOf);
    await it_.database.inTransaction(async (tx) => {
      for (let at = 0; at < rows.length; at += 500) await tx.insert(AuditEvent, rows.slice(at, at + 500));
    });
  };
  const ask = async (filter: object = {}, page: object = {}): Promise<Loose> =>
    (await auditor.graphql(LIST, { filter, page })).data.auditEvents;
  const subjects = async (filter: object) => (await ask(filter)).items.map((event: Loose) => event.subjectId);

  beforeAll(async () => {
    it_ = await createTestApp(engine);
    await plantUnits(it_.database, smallChain);
    await plantPerson(it_.database, { email: 'auditor@example.com', roles: [['auditor', 'HQ']] });
    auditor = await signedIn(it_, 'auditor@example.com');
  });
  beforeEach(async () => {
    await it_.database.inTransaction((tx) => tx.clear(AuditEvent));
    await plant(log);
  });
  afterAll(() => it_.close());

  it.each([
    ['a unit', { within: unitId('EAST') }, ['four', 'two', 'one']],
    ['an action', { action: 'orgNode.move' }, ['four', 'three', 'one']],
    ['a person', { actorId: li }, ['four', 'two']],
    ['a record', { subject: { type: 'orgNode', id: 'three' } }, ['three']],
    ['a beginning', { from: '2026-03-03T00:00:00Z' }, ['four', 'three']],
    ['an end, itself not included', { to: '2026-03-03T00:00:00Z' }, ['two', 'one']],
    ['all of them', { within: unitId('EAST'), action: 'orgNode.move', actorId: zhang, from: '2026-03-01T00:00:00Z' }, ['one']],
    ['nothing that there is', { actorId: newId() }, []],
  ])('is narrowed by %s', async (_, filter, expected) => {
    expect(await subjects(filter)).toEqual(expected);
  });

  it('refuses an action that nothing writes, and names those that are written', async () => {
    const { errors } = await auditor.graphql(LIST, { filter: { action: 'orgNode.paint' } });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'action' });
    expect(errors[0]?.extensions['allowed']).toContain('orgNode.move');
  });

  it('comes in pages that miss nothing, also where many events share one instant', async () => {
    await plant(Array.from({ length: 30 }, (_, index) => ({ action: 'import.orders', unit: 'HQ', subject: String(index) })));
    const filter = { action: 'import.orders' };
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page: Loose = await ask(filter, { first: 7, after });
      seen.push(...page.items.map((event: Loose) => event.subjectId));
      after = page.nextCursor;
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => String(29 - index)));
  });

  it('counts with the first page, and no further than ten thousand', async () => {
    expect(await ask({ action: 'orgNode.move' })).toMatchObject({ total: 3, hasMoreThanTotal: false });
    const { nextCursor } = await ask({}, { first: 1 });
    expect(await ask({}, { after: nextCursor })).toMatchObject({ total: null, hasMoreThanTotal: false });
    await plant(Array.from({ length: 10_001 }, () => ({ action: 'import.orders', unit: 'HQ' })));
    expect(await ask({ action: 'import.orders' })).toMatchObject({ total: 10_000, hasMoreThanTotal: true });
  });

  it('refuses a cursor that is not one of its own', async () => {
    const { code } = await auditor.graphql(LIST, { page: { after: 'x' } });
    expect(code).toBe('BAD_INPUT');
  });

  it('tells of one event by its id, and of none where there is none', async () => {
    const [{ id }] = (await ask()).items;
    const one = (which: string) => auditor.graphql('query ($id: ID!) { auditEvent(id: $id) { subjectId } }', { id: which });
    expect((await one(id)).data.auditEvent).toEqual({ subjectId: 'four' });
    expect((await one(newId())).data.auditEvent).toBeNull();
  });

  describe('as a file', () => {
    const get = (query: string) => auditor.get(`/exports/audit.csv?${query}`);
    const lines = async (query: string) => (await get(query)).text.trim().split('\r\n');

    it('has the rows of the same filter, for spreadsheets', async () => {
      const { status, headers, text } = await get(`lang=en&action=orgNode.rename&within=${unitId('EAST')}`);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      const [head, row, end] = text.split('\r\n');
      expect(head).toBe('\uFEFFTime (UTC),Id,Kind,Who,Person id,Action,Record type,Record id,Unit code,Unit,Data');
      expect(row).toMatch(/^2026-03-02T00:00:00.000Z,\w{26},staff,张敏,\w{26},orgNode.rename,orgNode,two,SHOP1,store SHOP1,$/);
      expect(end).toBe('');
    });

    it('leaves no cell that a spreadsheet would compute', async () => {
      await plant([{ action: 'policy.create', unit: 'HQ', subject: '=1+1', data: { name: '=HYPERLINK("x")' } }]);
      const [, row] = await lines('action=policy.create');
      expect(row).toContain(`,'=1+1,HQ,headquarters HQ,"{""name"":""=HYPERLINK(\\""x\\"")""}"`);
    });

    it('is whole, however long', async () => {
      await plant(Array.from({ length: 1_001 }, () => ({ action: 'import.orders', unit: 'HQ' })));
      expect(await lines('action=import.orders')).toHaveLength(1 + 1_001);
      expect(await lines(`from=2026-03-02T00:00:00Z&to=2026-03-04T00:00:00Z&lang=zh`)).toHaveLength(1 + 2);
      expect(await lines('subjectType=orgNode&subjectId=three')).toHaveLength(1 + 1);
    });

    it('is refused before it begins', async () => {
      expect((await get('action=orgNode.paint')).body).toMatchObject({ code: 'BAD_INPUT', field: 'action' });
      expect((await get('from=yesterday')).body).toMatchObject({ code: 'BAD_INPUT', field: 'from' });
      expect((await get(`within=${newId()}`)).body).toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});

it('a filter of the audit log is a stretch of an index', async () => {
  const it_ = await createTestApp();
  await plantUnits(it_.database, smallChain);
  await plantPerson(it_.database, { email: 'auditor@example.com', roles: [['auditor', 'HQ']] });
  const auditor = await signedIn(it_, 'auditor@example.com');
  const { read } = it_.database;
  const query = read.query.bind(read);

  const plansOf = async (filter: object): Promise<string[]> => {
    const asked: [string, unknown[]][] = [];
    read.query = (sql: string, params: unknown[] = []) => {
      if (sql.includes('audit_event')) asked.push([sql, params]);
      return query(sql, params);
    };
    await auditor.graphql(LIST, { filter });
    read.query = query;
    const plans = await Promise.all(asked.map(([sql, params]) => query<Loose[]>(`EXPLAIN QUERY PLAN ${sql}`, params)));
    return plans.map((plan) => plan.map(({ detail }: Loose) => detail).join('; '));
  };

  const expected: readonly [object, RegExp][] = [
    [{}, /^SEARCH e USING COVERING INDEX ix_audit_event_a0 \(a0=\?\)$/],
    [{ within: unitId('EAST'), from: '2026-03-01T00:00:00Z' }, /INDEX ix_audit_event_a1 \(a1=\? AND at>\?\)/],
    [{ within: unitId('MALL'), action: 'orgNode.move' }, /INDEX ix_audit_event_action_a2 \(a2=\? AND action=\?\)/],
    [{ actorId: zhang, to: '2026-03-01T00:00:00Z' }, /INDEX ix_audit_event_actor_a0 \(a0=\? AND actor_id=\? AND at<\?\)/],
    [{ subject: { type: 'orgNode', id: 'x' } }, /INDEX ix_audit_event_subject \(subject_type=\? AND subject_id=\?\)/],
  ];
  for (const [filter, plan] of expected) {
    const [page, ...counts] = await plansOf(filter);
    expect(page).toMatch(plan);
    expect(page).not.toContain('TEMP B-TREE');
    for (const count of counts) expect(count).toMatch(/SEARCH e USING/);
  }
  await it_.close();
});
