import { statutoryHolidays, statutoryYears } from '@headwater/after-sales';
import type { Directives, KindKey } from '@headwater/policy';
import type { StaffActor } from '../../auth/actor.js';
import { localDay } from '../../common/local-day.js';
import { DAY, dayName, HOUR } from '../calendar.js';
import { abnormal } from '../world/abnormal.js';
import type { DemoStore, DemoUnits } from '../world/units.js';
import {
  counterOf,
  eastScripts,
  flagshipFaster,
  flagshipRules,
  flagshipSubsidy,
  franchiseRules,
  partnerSubsidy,
  standardRules,
  standardScripts,
  standardSubsidy,
} from './contents.js';
import type { Content, PolicyDesk } from './policy-desk.service.js';

/** Something done to the rules at a moment of the history. */
export interface PolicyStep {
  /** UTC epoch ms. */
  readonly at: number;
  readonly run: (desk: PolicyDesk, who: Officials) => Promise<void>;
}

export interface Officials {
  readonly administrator: StaffActor;
  readonly operator: StaffActor;
  /** The manager of an area, by its unit; the operator where nobody is. */
  readonly regional: (nodeId: string) => StaffActor;
  readonly manager: (storeId: string) => StaffActor;
}

const SUBSIDY = 'returnShippingSubsidy';
const RULES = 'afterSalesRules';
const SCRIPTS = 'serviceScripts';

/** Ids that later steps need of earlier ones. */
interface Made {
  subsidy: string;
  rules: string;
  flagshipSubsidy: string;
  flagshipRules: string;
}

/** How the chain's rules came to be what they are, `today` being midnight in China. */
export function policySchedule(units: DemoUnits, today: number): PolicyStep[] {
  const made: Made = { subsidy: '', rules: '', flagshipSubsidy: '', flagshipRules: '' };
  const at = (daysAgo: number, hour: number) => today - daysAgo * DAY + hour * HOUR;
  const steps: PolicyStep[] = [
    ...library(units, made, at, today),
    ...pilot(units, at),
    ...areas(units, at),
    ...stores(units, at, today),
    ...changes(units, at, today),
    ...readings(units, at),
    ...holidays(units, at, today),
  ];
  return steps.sort((a, b) => a.at - b.at);
}

type At = (daysAgo: number, hour: number) => number;

const flagshipsOf = (units: DemoUnits): string[] => units.stores.filter(({ shop }) => shop === '旗舰店').map(({ id }) => id);

function library(units: DemoUnits, made: Made, at: At, today: number): PolicyStep[] {
  const { hq } = units;
  const flagships = flagshipsOf(units);
  const partners = units.all.filter(({ type }) => type === 'partner').map(({ id }) => id);
  const [subsidy1, subsidy2, subsidy3, subsidy4] = standardSubsidy;
  const [rules1, rules2] = standardRules;
  const [flagship1, flagship2] = flagshipSubsidy;
  if (!subsidy1 || !subsidy2 || !subsidy3 || !subsidy4 || !rules1 || !rules2 || !flagship1 || !flagship2) return [];
  return [
    {
      at: at(118, 9.5),
      run: async (desk, { operator }) => {
        made.rules = await desk.create(operator, RULES, '全国标准版 · 售后规则', '全国门店共用的售后规则');
        await desk.assign(operator, await desk.publish(operator, made.rules, rules1), [hq.id], '售后规则统一上线');
        made.subsidy = await desk.create(operator, SUBSIDY, '全国标准版 · 退货包运费', '全国门店共用的退货运费补贴');
        await desk.assign(operator, await desk.publish(operator, made.subsidy, subsidy1), [hq.id], '退货包运费全国开通');
      },
    },
    {
      at: at(80, 10.25),
      run: async (desk, { operator }) => {
        made.flagshipSubsidy = await desk.create(operator, SUBSIDY, '旗舰店版 · 退货包运费', '旗舰店上门取件');
        await desk.assign(operator, await desk.publish(operator, made.flagshipSubsidy, flagship1), flagships, '旗舰店上门取件');
        made.flagshipRules = await desk.create(operator, RULES, '旗舰店版 · 售后规则', '旗舰店更长的退货期');
        const version = await desk.publish(operator, made.flagshipRules, {
          notes: '旗舰店十五天无理由。',
          directives: flagshipRules,
        });
        await desk.assign(operator, version, flagships, '旗舰店服务升级');
      },
    },
    {
      at: at(70, 14),
      run: async (desk, { operator }) => {
        const policy = await desk.create(operator, RULES, '合伙人版 · 售后规则', '合伙人门店更快的答复');
        const version = await desk.publish(operator, policy, {
          notes: '合伙人门店二十四小时内答复。',
          directives: franchiseRules,
        });
        await desk.assign(operator, version, partners, '合伙人协议更新');
      },
    },
    {
      at: at(69, 10),
      run: async (desk, { operator }) => {
        const policy = await desk.create(operator, SUBSIDY, '合伙人版 · 退货包运费', '合伙人门店的退货运费险');
        await desk.assign(operator, await desk.publish(operator, policy, partnerSubsidy), partners, '运费险合同生效');
      },
    },
    {
      at: at(66, 10),
      run: async (desk, { operator }) => {
        const policy = await desk.create(operator, SCRIPTS, '全国标准版 · 服务话术', '全国门店共用的买家说明和客服话术');
        await desk.assign(operator, await desk.publish(operator, policy, standardScripts), [hq.id], '话术统一口径');
      },
    },
    {
      at: at(62, 0),
      run: async (desk, { operator }) =>
        desk.assign(operator, await desk.publish(operator, made.subsidy, subsidy2), [hq.id], '封顶上调'),
    },
    {
      at: at(55, 9),
      run: async (desk, { operator }) =>
        desk.assign(operator, await desk.publish(operator, made.rules, reviewedOn(rules2, today + 9 * DAY)), [hq.id], '答复提速'),
    },
    {
      at: at(30, 11),
      run: async (desk, { operator }) =>
        desk.assignByList(
          operator,
          await desk.publish(operator, made.flagshipSubsidy, flagship2),
          units.stores.filter(({ id }) => flagships.slice(0, 3).includes(id)).map(({ code }) => code),
          '三家旗舰店试行',
        ),
    },
    {
      at: at(3, 16),
      run: async (desk, { operator }) =>
        desk.assign(operator, await desk.publish(operator, made.subsidy, subsidy3), [hq.id], '旺季调整', today + 7 * DAY),
    },
    {
      at: at(1, 11),
      run: async (desk, { operator }) => {
        const version = await desk.publish(operator, made.flagshipRules, flagshipFaster);
        await desk.assign(operator, version, flagships.slice(0, 1), '首家旗舰店先行提速', today + 5 * DAY);
      },
    },
    {
      at: at(1, 17.5),
      run: async (desk, { operator }) => {
        await desk.draft(operator, made.subsidy, subsidy4);
      },
    },
  ];
}

/** A version that says when it is to be looked at again. */
const reviewedOn = ({ notes, directives }: Content, at: number): Content => ({
  notes,
  directives: { ...directives, reviewDate: { set: localDay(at, 'Asia/Shanghai') } },
});

/** A lower cap is tried out in a few stores of one area before the others get it. */
function pilot({ areas: regions, stores: all }: DemoUnits, at: At): PolicyStep[] {
  const southWest = regions.find(({ name }) => name === '西南大区')?.id;
  const [first, second] = [/^CD-00[12]$/u, /^C[DQ]-00[1-4]$/u].map((codes) => all.filter(({ code }) => codes.test(code)));
  if (!southWest || !first?.length || !second || second.length <= first.length) return [];
  const ids = (stores: readonly DemoStore[]) => stores.map(({ id }) => id);
  let rollout = '';
  const content = {
    notes: '封顶降到 18.00 元，先看投诉。',
    directives: { enabled: { set: true }, mode: { set: { kind: 'actual', cap: 1_800 } } },
  } as const;
  return [
    {
      at: at(21, 10),
      run: async (desk, { operator }) => {
        const policy = await desk.create(operator, SUBSIDY, '西南版 · 退货包运费', '西南大区承运商降价后的封顶');
        const version = await desk.publish(operator, policy, content);
        rollout = await desk.startRollout(operator, version, southWest, ids(first), '承运商降价，先在两家试行');
      },
    },
    { at: at(9, 10.5), run: (desk, { operator }) => desk.advanceRollout(operator, rollout, ids(second)) },
  ];
}

/** What areas have set for themselves. */
function areas({ areas: regions }: DemoUnits, at: At): PolicyStep[] {
  const idOf = (name: string) => regions.find((region) => region.name === name)?.id ?? '';
  const [east, south, northWest, northEast] = ['华东大区', '华南大区', '西北大区', '东北大区'].map(idOf);
  if (!east || !south || !northWest || !northEast) return [];
  return [
    { at: at(85, 10), run: (desk, { operator }) => desk.turn(operator, northWest, false, '西北线路运费偏高，先暂缓') },
    { at: at(48, 15), run: (desk, { regional }) => desk.capAt(regional(east), east, 2_200, '华东跨省件占比高') },
    {
      at: at(44, 10),
      run: (desk, { regional }) => desk.setOwn(regional(south), RULES, south, { respondHours: { set: 24 } }, '华南先行提速'),
    },
    { at: at(42, 16), run: (desk, { regional }) => desk.setOwn(regional(east), SCRIPTS, east, eastScripts, '华东质量投诉集中') },
    { at: at(40, 11), run: (desk, { regional }) => desk.capAt(regional(northEast), northEast, 1_600, '控制东北运费成本') },
  ];
}

/** Changes that take a second pair of eyes: one went through, one waits for its approval, one is being written. */
function changes({ areas: regions }: DemoUnits, at: At, today: number): PolicyStep[] {
  const idOf = (name: string) => regions.find((region) => region.name === name)?.id ?? '';
  const [east, south, northEast] = ['华东大区', '华南大区', '东北大区'].map(idOf);
  if (!east || !south || !northEast) return [];
  const own = (kind: KindKey, nodeId: string, changes: Directives) => ({ verb: 'setOwn' as const, kind, nodeId, changes });
  const cap = (amount: number) => ({ mode: { set: { kind: 'actual' as const, cap: amount } } });
  return [
    {
      at: at(20, 10),
      run: async (desk, { operator, administrator }) => {
        const operations = [own(RULES, northEast, { qualityDays: { set: 45 } })];
        const id = await desk.handIn(operator, {
          title: '东北质量问题售后期延长',
          notes: '冬季物流慢，买家发现问题更晚。',
          operations,
        });
        await desk.approve(administrator, id);
      },
    },
    { at: at(2, 11), run: (desk, { administrator }) => desk.approveOver(administrator, RULES, 40) },
    {
      at: at(1, 9.2),
      run: async (desk, { operator }) => {
        const operations = [own(SUBSIDY, east, cap(1_935)), own(SUBSIDY, south, cap(1_935))];
        const about = { title: '华东、华南封顶统一为 19.35', notes: '与承运商新价目一致。', effectiveAt: today + 9 * DAY };
        await desk.handIn(operator, { ...about, operations });
      },
    },
    {
      at: at(1, 15),
      run: (desk, { operator }) =>
        desk.draftChange(operator, {
          ...{ title: '华南答复再提速', notes: '' },
          operations: [own(RULES, south, { respondHours: { set: 12 } })],
        }),
    },
  ];
}

/** What stores have set for themselves, and whose service was suspended. */
function stores({ stores: all }: DemoUnits, at: At, today: number): PolicyStep[] {
  const byCode = new Map(all.map((store) => [store.code, store]));
  const store = (code: string): DemoStore | undefined => byCode.get(code);
  const own = (
    code: string,
    run: (desk: PolicyDesk, who: Officials, store: DemoStore) => Promise<void>,
    daysAgo: number,
    hour: number,
  ): PolicyStep[] => {
    const it = store(code);
    return it ? [{ at: at(daysAgo, hour), run: (desk, who) => run(desk, who, it) }] : [];
  };
  const longer =
    (selfServiceDays: number) =>
    (desk: PolicyDesk, who: Officials, { id }: DemoStore) =>
      desk.setOwn(who.manager(id), RULES, id, { selfServiceDays: { set: selfServiceDays } }, '门店服务承诺');
  const cheaper =
    (cap: number) =>
    (desk: PolicyDesk, who: Officials, { id }: DemoStore) =>
      desk.capAt(who.manager(id), id, cap, '门店协议价更低');
  const exempt =
    (kind: KindKey, field: string, to: number, reason: string) =>
    (desk: PolicyDesk, { operator }: Officials, { id }: DemoStore) =>
      desk.exempt(operator, kind, id, [field], to, reason);
  const hold =
    (reason: string, until: number | null = null) =>
    (desk: PolicyDesk, { operator }: Officials, { id }: DemoStore) =>
      desk.suspend(operator, id, reason, until);
  return [
    ...own(
      'SH-001',
      (desk, { manager }, { id, name, address }) =>
        desk.setOwn(manager(id), RULES, id, { returnAddress: { set: counterOf(name, address ?? '') } }, '旗舰店自收退货'),
      58,
      13,
    ),
    ...own('SH-001', longer(30), 20, 10.5),
    ...own('HZ-003', longer(30), 37, 16),
    ...own('CD-005', longer(20), 26, 11),
    ...own(
      'BJ-007',
      (desk, who, { id }) => desk.setOwn(who.manager(id), RULES, id, { noReasonDays: { set: 15 } }, '与商场会员权益一致'),
      42,
      9.5,
    ),
    ...own('HZ-003', exempt(SUBSIDY, 'mode', today - 35 * DAY, '承运商换约期间'), 50, 10),
    ...own('BJ-007', exempt(RULES, 'noReasonDays', today + 60 * DAY, '商场会员 45 天无忧退'), 8, 15),
    ...own('CD-005', exempt(RULES, 'freightPayer', today + 9 * DAY, '商场周年庆，退货运费全由商家付'), 5, 10),
    ...own(
      'BJ-007',
      (desk, { manager }, { id }) => desk.setOwn(manager(id), RULES, id, { noReasonDays: { set: 45 } }, '商场会员 45 天无忧退'),
      7,
      9.5,
    ),
    ...own('WH-003', cheaper(1_200), 34, 14),
    ...own('CS-002', cheaper(1_000), 29, 15.5),
    ...own(
      'WH-003',
      async (desk, { operator }, { id }) => {
        const policy = await desk.create(operator, RULES, '武汉会员月 · 售后规则', '会员月延长自助售后期');
        const version = await desk.publish(operator, policy, {
          notes: '会员月自助售后三十天。',
          directives: { selfServiceDays: { set: 30 } },
        });
        await desk.assign(operator, version, [id], '会员月已对外公布，补录生效日期', at(8, 0));
      },
      2,
      11,
    ),
    ...own('XA-003', hold('退货运费单据缺失，整改期间暂停'), 40, 18),
    ...own('XA-003', (desk, { operator }, { id }) => desk.resume(operator, id, '单据已补齐'), 26, 10),
    ...own('NC-001', hold('承运商更换期间暂停', today + 10 * DAY), 6, 9),
    ...own(abnormal.dearFreight, hold('单均退货运费连续四周高于 30 元，核查承运商合同'), 9, 17),
  ];
}

/** Managers read what is new: most accept what is in force, fewer as yet what comes; some only look, some do neither (P17). */
function readings({ stores: all }: DemoUnits, at: At): PolicyStep[] {
  const reading = (daysAgo: number, hour: number, verbOf: (nth: number) => 'see' | 'accept' | null): PolicyStep => ({
    at: at(daysAgo, hour),
    run: async (desk, { manager }) => {
      for (const [nth, { id }] of all.entries()) {
        const verb = verbOf(nth);
        if (verb) await desk.read(manager(id), verb);
      }
    },
  });
  return [
    reading(53, 9.5, (nth) => (nth % 23 === 7 ? null : 'accept')),
    reading(28, 10, (nth) => (nth % 23 === 7 ? 'see' : 'accept')),
    reading(2, 12, (nth) => (nth % 10 < 6 ? 'accept' : nth % 10 < 8 ? 'see' : null)),
  ];
}

/** How far ahead HQ looks for holidays; the next weeks are left as they are, for whoever tries out how deadlines pass. */
const AHEAD = { from: 30 * DAY, to: 120 * DAY };

/** HQ closes the statutory holidays that come, as far as they are known (A13). */
function holidays({ hq }: DemoUnits, at: At, today: number): PolicyStep[] {
  const [first, last] = [dayName(today + AHEAD.from), dayName(today + AHEAD.to)];
  const days = statutoryYears.flatMap(statutoryHolidays).filter(({ day }) => day > first && day <= last);
  if (days.length === 0) return [];
  return [{ at: at(12, 11), run: (desk, { operator }) => desk.close(operator, { nodeId: hq.id, days }) }];
}
