import { screen, within } from '@testing-library/react';
import { Shell } from '../../layout/Shell';
import { refused, type Answers } from '../../testing/api';
import { violationsIn } from '../../testing/axe';
import { kinds } from '../../testing/kinds';
import { renderPage } from '../../testing/render';
import { hq, viewer } from '../../testing/viewer';
import { AuditPage } from './AuditPage';

const east = { id: 'east', name: '华东' };

const happened = (id: string, action: string, data: object | null = null) => ({
  ...{ id, at: '2026-03-12T06:05:00Z', actorKind: 'staff', actorId: 'p7', actorName: '李娜', action },
  ...{ subjectType: 'orgNode', subjectId: 'east', node: east, data },
});

const changes = { enabled: { set: true, lock: true }, scope: null };
const events = [
  happened('e2', 'rules.setOwn', { kind: 'returnShippingSubsidy', number: 2, changes, reason: '试行' }),
  happened('e1', 'coverage.turnOn', { kind: 'returnShippingSubsidy', number: 1, changed: 12, unchanged: 3, reason: null }),
];

const page = (items: object[], total = items.length, hasMoreThanTotal = false) => ({
  auditEvents: { items, nextCursor: null, total, hasMoreThanTotal },
});

const auditor = viewer({ permissions: ['audit.read', 'audit.export', 'org.read', 'case.read'] });

const renderAudit = (answers: Answers = {}, url = '/audit', ui = <AuditPage />) =>
  renderPage(ui, {
    url,
    path: '/audit',
    viewer: auditor,
    answers: {
      AuditEvents: page(events),
      AuditEvent: ({ id }: { id: string }) => ({ auditEvent: events.find((event) => event.id === id) ?? null }),
      PolicyKinds: { policyKinds: kinds },
      ScopeNode: { orgNode: hq },
      ...answers,
    },
  });

describe('the audit log', () => {
  it('tells each event in a sentence, and opens what it changed', async () => {
    const { user, address } = renderAudit();
    expect(await screen.findByText('李娜 在 华东 开通退货包运费')).toBeInTheDocument();
    await user.click(screen.getByText('李娜 改了 华东 的退货包运费：2 个规则项'));
    expect(address()).toBe('/audit?drawer=event%3Ae2');
    const drawer = await screen.findByRole('dialog', { name: '审计记录' });
    expect(await within(drawer).findByText('锁定下级')).toBeInTheDocument();
    expect(drawer).toHaveTextContent('适用范围沿用上级');
    expect(drawer).toHaveTextContent('原因试行');
    expect(within(drawer).getByRole('link', { name: '组织 · 华东' })).toHaveAttribute('href', '/org/east');
  });

  it('leads from an event to those of the same record or person, and back', async () => {
    const { user, address, api } = renderAudit({}, '/audit?drawer=event:e1&action=coverage.turnOn');
    await user.click(await screen.findByRole('button', { name: '李娜 的记录' }));
    expect(address()).toBe('/audit?actor=p7');
    await user.click(await screen.findByRole('button', { name: '移除筛选：人员 李娜' }));
    expect(address()).toBe('/audit');
    expect(api.sent('AuditEvents').map(({ variables }) => (variables as { filter: object }).filter)).toContainEqual(
      expect.objectContaining({ actorId: 'p7', action: null }),
    );
  });

  it('finds persons and records by name, and narrows to the one chosen; a refused kind hides no other', async () => {
    const { user, address } = renderAudit({
      FindPeople: { people: { items: [{ id: 'p7', name: '李娜', email: 'li@example.com' }] } },
      FindUnits: { orgNodes: { items: [] } },
      FindOrders: refused('FORBIDDEN'),
      FindPolicies: { policies: { items: [{ id: 'po1', name: '李记标准版', owner: { name: '总部' } }] } },
    });
    const box = await screen.findByRole('combobox', { name: '找人员、组织或记录' });
    await user.type(box, '李');
    await user.click(await screen.findByRole('option', { name: '李娜 · li@example.com' }));
    expect(address()).toBe('/audit?actor=p7');
    await user.type(box, '李');
    await user.click(await screen.findByRole('option', { name: '李记标准版 · 总部' }));
    expect(address()).toBe('/audit?actor=p7&subject=policy%3Apo1');
  });

  it('asks for what the address says, whole days included, and exports the same', async () => {
    const { api } = renderAudit(
      {},
      '/audit?scope=east&action=coverage.turnOn&subject=orgNode:east&from=2026-03-01&to=2026-03-31',
    );
    const link = await screen.findByRole('link', { name: '导出 CSV' });
    const from = new Date('2026-03-01T00:00').toISOString();
    const to = new Date('2026-04-01T00:00').toISOString();
    const narrowed = { within: 'east', action: 'coverage.turnOn', actorId: null, from, to };
    const asked = { ...narrowed, subject: { type: 'orgNode', id: 'east' } };
    expect(api.sent('AuditEvents')[0]?.variables['filter']).toEqual(asked);
    const exported = new URL(link.getAttribute('href') ?? '', 'http://localhost');
    expect(exported.pathname).toBe('/exports/audit.csv');
    const { actorId: _none, ...given } = narrowed;
    expect(Object.fromEntries(exported.searchParams)).toEqual({
      ...given,
      subjectType: 'orgNode',
      subjectId: 'east',
      lang: 'zh',
    });
  });

  it('takes what the address says wrongly as not said', async () => {
    const { api } = renderAudit({}, '/audit?action=cat.feed&subject=x&from=soon');
    expect(await screen.findByText('李娜 在 华东 开通退货包运费')).toBeInTheDocument();
    const nothing = { within: null, action: null, actorId: null, subject: null, from: null, to: null };
    expect(api.sent('AuditEvents')[0]?.variables['filter']).toEqual(nothing);
  });

  it('says how many there are, or that they are more than anybody counts', async () => {
    const first = renderAudit();
    expect(await screen.findByText('已显示 2，共 2')).toBeInTheDocument();
    first.unmount();
    renderAudit({ AuditEvents: page(events, 10_000, true) });
    expect(await screen.findByText('已显示 2，共 10,000+')).toBeInTheDocument();
  });

  it('tells an empty log from filters that let nothing through', async () => {
    const first = renderAudit({ AuditEvents: page([]) });
    expect(await screen.findByText('还没有记录')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '导出 CSV' })).not.toBeInTheDocument();
    first.unmount();
    const { user, address } = renderAudit({ AuditEvents: page([]) }, '/audit?actor=p9');
    await user.click(await screen.findByRole('button', { name: '清除筛选' }));
    expect(address()).toBe('/audit');
  });

  it('says so when it does not load', async () => {
    renderAudit({ AuditEvents: refused('INTERNAL') });
    expect(await screen.findByText('审计记录没有载入')).toBeInTheDocument();
  });

  it('has no accessibility violation', async () => {
    const { container } = renderAudit(
      {},
      '/audit?actor=p7',
      <Shell>
        <AuditPage />
      </Shell>,
    );
    await screen.findByText('李娜 在 华东 开通退货包运费');
    expect(await violationsIn(container)).toEqual([]);
  });
});
