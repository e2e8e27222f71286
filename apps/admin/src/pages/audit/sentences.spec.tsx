import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionary } from '../../i18n/dictionary';
import { flatten, locales, type Locale } from '../../i18n/messages';
import { renderPage } from '../../testing/render';
import { actions } from './actions';
import type { AuditEvent } from './documents';
import { useSentence } from './useSentence';

const source = readFileSync(join(import.meta.dirname, '../../../../api/src/audit/audit-action.ts'), 'utf8');
const written = [...source.matchAll(/'(\w+\.\w+)',/g)].map((match) => match[1]!);

const keys = (locale: Locale) => new Set(dictionary.flatMap((part) => flatten(part[locale])).map(([key]) => key));

function event(action: string, change: Partial<AuditEvent> = {}): AuditEvent {
  return {
    ...{ id: 'e1', at: '2026-03-12T06:05:00Z', actorKind: 'staff', actorId: 'p1', actorName: '张敏', action },
    ...{ subjectType: 'orgNode', subjectId: 'east', node: { id: 'east', name: '华东' }, data: null, ...change },
  };
}

const Sentence = ({ of }: { of: AuditEvent }) => <p>{useSentence()(of)}</p>;

const said = (of: AuditEvent, locale: Locale): string => {
  const { container, unmount } = renderPage(<Sentence of={of} />, { locale });
  const text = container.textContent;
  unmount();
  return text;
};

describe('the sentences of the audit log', () => {
  it('are those of all that the API writes, and of nothing else', () => {
    expect(written.length).toBeGreaterThan(20);
    expect([...actions].sort()).toEqual([...written].sort());
  });

  it.each(locales)('are there for every action, and so is its name, in %s', (locale) => {
    const known = keys(locale);
    const wanted = written.flatMap((action) => [`audit.did.${action}`, `audit.action.${action}`]);
    expect(wanted.filter((key) => !known.has(key))).toEqual([]);
  });

  it.each([...actions])('say %s whole, with who did it', (action) => {
    for (const locale of locales) {
      const sentence = said(event(action, { data: { policyName: '标准版', number: 3 } }), locale);
      expect(sentence).toContain('张敏');
      expect(sentence).not.toMatch(/[{}]|audit\.|none/);
    }
  });

  const named = (id: string) => ({ id, name: id });
  const cases: readonly [AuditEvent, zh: string, en: string][] = [
    [event('coverage.turnOn'), '张敏 在 华东 开通退货包运费', '张敏 turned on free returns in 华东'],
    [
      event('orgNode.move', { data: { from: named('华东'), to: named('华北') }, node: named('江宁店') }),
      '张敏 把 江宁店 从 华东 移到 华北',
      '张敏 moved 江宁店 from 华东 to 华北',
    ],
    [
      event('orgNode.archive', { data: { successor: named('江宁店') }, node: named('鼓楼店') }),
      '张敏 归档 鼓楼店，由 江宁店 接手',
      '张敏 archived 鼓楼店; 江宁店 takes over',
    ],
    [event('orgNode.archive', { data: { successor: null } }), '张敏 归档 华东', '张敏 archived 华东'],
    [
      event('person.grant', { data: { name: '李娜', role: 'storeManager' } }),
      '张敏 授予 李娜 在 华东 的店长角色',
      '张敏 granted 李娜 the role Store manager at 华东',
    ],
    [
      event('person.invite', { data: { name: '李娜', renewed: true } }),
      '张敏 重新生成 李娜 的邀请链接',
      '张敏 renewed the invitation link of 李娜',
    ],
    [
      event('rules.assign', { data: { kind: 'afterSalesRules', policyName: '标准版', number: 3, correction: true } }),
      '张敏 把「标准版」v3 下发到 华东（回溯更正）',
      '张敏 assigned 标准版 v3 to 华东 (correction of the past)',
    ],
    [
      event('rules.assign', { data: { kind: 'afterSalesRules', policyName: null, number: null, correction: false } }),
      '张敏 让 华东 的售后规则沿用上级',
      '张敏 had 华东 inherit: After-sales rules',
    ],
    [
      event('import.orders', { actorKind: 'system', actorName: 'import', data: { created: 1200, changed: 3 } }),
      '系统 导入订单：新增 1,200 单，更新 3 单',
      'The system imported orders: 1,200 new ones, 3 changed',
    ],
    [
      event('bill.accept', { data: { biller: '顺丰', period: '2026-03', lines: 1, difference: 250 } }),
      '张敏 接受 顺丰 2026-03 账单中 1 行的差额',
      '张敏 accepted the difference of 1 line on the bill of 顺丰 for 2026-03',
    ],
    [
      event('bill.dispute', { data: { carrier: '顺丰', period: '2026-03', tracking: 'SF1' } }),
      '张敏 对 顺丰 2026-03 账单中的 SF1 提出异议',
      '张敏 disputed SF1 on the bill of 顺丰 for 2026-03',
    ],
    [
      event('priceCard.import', { data: { carrier: '顺丰', validFrom: '2026-03-01', rows: 31 } }),
      '张敏 导入 顺丰 自 2026-03-01 起的价目卡，共 31 个区域',
      '张敏 imported the price card of 顺丰 from 2026-03-01 on with 31 zones',
    ],
    [event('cat.feed'), '张敏 · cat.feed', '张敏 · cat.feed'],
  ];

  it.each(cases)('tell what changed (%#)', (of, zh, en) => {
    expect(said(of, 'zh')).toBe(zh);
    expect(said(of, 'en')).toBe(en);
  });
});
