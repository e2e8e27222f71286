import { supposing } from '../change/proposal.js';
import type { Directives } from '../facts/types.js';
import { address, chainOf, hqRules, id, rules, scripts, subsidy, suspend, version, type Recordable } from '../testing/chain.js';
import type { KindKey } from '../values/types.js';
import { findingsBrought } from './brought.js';

const standing = hqRules({ returnAddress: { set: address } });

function brought(kind: KindKey, unit: string, directives: Directives, ...recorded: Recordable[]) {
  const before = chainOf(standing, ...recorded);
  const draft = { kind, nodeId: id(unit), track: 'library' as const, from: 100, to: null };
  const after = supposing(before, { ...draft, version: version(kind, directives) });
  return findingsBrought({ before, after, kind, within: id(unit), at: 100 }, 'CN').map(
    ({ rule, kind: of, field, nodeId, branches }) => [rule, of, field, nodeId, branches],
  );
}

describe('what a change brings about that is hardly meant (P13)', () => {
  it('is said once of the unit that it is made at, with all branches below that have it', () => {
    const ownOfShop = rules('s1/own', { selfServiceDays: { set: 9 } });
    expect(brought('afterSalesRules', 'east', { respondHours: { set: 8 } }, ownOfShop)).toEqual([
      ['pauseLongerThanClock', 'afterSalesRules', 'resumeHours', 'east', 4],
    ]);
  });

  it('is looked at at each unit that has other rules', () => {
    const ownOfShops = ['s1', 's3'].map((shop) => rules(`${shop}/own`, { qualityDays: { set: 20 } }));
    expect(brought('afterSalesRules', 'east', { noReasonDays: { set: 25 } }, ...ownOfShops)).toEqual([
      ['qualityShorterThanNoReason', 'afterSalesRules', 'qualityDays', 's1', 1],
      ['qualityShorterThanNoReason', 'afterSalesRules', 'qualityDays', 's3', 1],
    ]);
  });

  it('reaches rules of other kinds that hang on it: a notice of free returns where they are turned off', () => {
    const notice = { orderNotice: { set: { zh: '本店退货包运费。', en: 'Free returns here.' } } };
    const facts = [subsidy('HQ/library', { enabled: { set: true } }), scripts('HQ/library', notice)];
    expect(brought('returnShippingSubsidy', 'west', { enabled: { set: false } }, ...facts)).toEqual([
      ['badgeWithoutSubsidy', 'serviceScripts', 'orderNotice', 'west', 1],
    ]);
  });

  it('leaves out what was so before the change, and what a lock or a nearer value keeps from being so', () => {
    const short = { respondHours: { set: 8 } };
    expect(brought('afterSalesRules', 'east', { selfServiceDays: { set: 9 } }, rules('HQ/own', short))).toEqual([]);
    const nearer = rules('mall/own', { respondHours: { set: 24 } });
    expect(brought('afterSalesRules', 'mall', short, nearer)).toEqual([]);
    const locked = rules('HQ/own', { respondHours: { set: 48, lock: true } });
    expect(brought('afterSalesRules', 'mall', short, locked)).toEqual([]);
  });

  it('is nothing where no value changes, as of a suspension', () => {
    const before = chainOf(standing, subsidy('HQ/library', { enabled: { set: true } }));
    const after = chainOf(standing, subsidy('HQ/library', { enabled: { set: true } }), suspend('east'));
    const change = { before, after, kind: 'returnShippingSubsidy', within: id('east'), at: 100 } as const;
    expect(findingsBrought(change, 'CN')).toEqual([]);
  });
});
