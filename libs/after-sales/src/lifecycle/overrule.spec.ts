import { fieldOf } from '@headwater/policy';
import { after, applied, at, caseIn, context, DAY, HOUR, moved, NOW, refused, say } from '../testing/cases.js';
import type { CaseCommand } from '../commands.js';
import type { CaseFacts } from '../facts.js';
import type { BoundField } from '../rules.js';
import { overrulableActions } from './actions.js';
import { mostByPolicy } from './overrule.js';

const asked = after(applied(), [say.askInfo, say.supplyInfo, say.askInfo, say.supplyInfo]);
const overruling = (command: CaseCommand): CaseCommand => ({ ...command, overrules: true });
const verbs = (facts: CaseFacts, now = context) => overrulableActions(facts, 'branch', now).map(({ verb }) => verb);

describe('a limit that a policy sets', () => {
  it('is gone against only by who says so, and is named in the trace as it stood', () => {
    expect(refused(asked, say.askInfo)).toMatchObject({ code: 'REPEAT_LIMIT', field: 'repeatMax', limit: 2 });
    const { facts, transition } = moved(asked, overruling(say.askInfo));
    expect(facts).toMatchObject({ state: 'NEED_INFO', counts: { askInfo: 3 } });
    expect(transition.overruled).toEqual([
      { rule: 'repeatMax', passes: false, facts: { counter: 'askInfo', used: 2, limit: 2 } },
    ]);
    expect(transition.trace.filter(({ rule }) => rule === 'repeatMax')).toEqual(transition.overruled);
  });

  it('leaves nothing to overrule where nothing stands against the step', () => {
    expect(moved(applied(), overruling(say.askInfo)).transition.overruled).toEqual([]);
  });

  it('cannot be gone against beyond what any policy could let happen', () => {
    const often = (n: number) => ({ ...applied(), counts: { ...applied().counts, askInfo: n } });
    expect(moved(often(4), overruling(say.askInfo)).facts.counts.askInfo).toBe(5);
    expect(refused(often(5), overruling(say.askInfo))).toMatchObject({ code: 'REPEAT_LIMIT', limit: 2 });
    expect(verbs(often(5))).toEqual([]);
  });

  it.each(Object.keys(mostByPolicy) as BoundField[])('is known to end where %s does', (field) => {
    expect(mostByPolicy[field]).toBe(fieldOf('afterSalesRules', field).bounds?.max);
  });

  it('is that of the changes of an application too', () => {
    const rejected = caseIn('REJECTED', { counts: { ...applied().counts, modify: 3 } });
    expect(refused(rejected, say.modify)).toMatchObject({ code: 'MODIFY_LIMIT' });
    expect(moved(rejected, overruling(say.modify)).transition.overruled).toEqual([
      { rule: 'modifyMax', passes: false, facts: { counter: 'modify', used: 3, limit: 3 } },
    ]);
  });

  it('is the time after which an exchange may become a refund', () => {
    const sent = caseIn('AWAIT_RECEIPT', { type: 'EX', shippedAt: NOW - DAY, goodsHeldBy: 'carrierToBranch' });
    expect(refused(sent, say.changeIntent)).toMatchObject({ code: 'TOO_EARLY', field: 'modifyAfterTransitDays' });
    const { transition } = moved(sent, overruling(say.changeIntent));
    expect(transition.overruled).toEqual([
      { rule: 'modifyAfterTransitDays', passes: false, facts: { limit: 7, at: NOW + 6 * DAY } },
    ]);
    expect(transition.trace.map(({ rule }) => rule)).not.toContain('intentMayChange');
    const owed = caseIn('AWAIT_RESHIP', { type: 'RS', reshipSince: NOW - HOUR });
    expect(moved(owed, overruling(say.changeIntent)).facts.state).toBe('REFUNDING');
  });
});

describe('what nobody overrules', () => {
  const held = { goodsHeldBy: 'branch', counts: { ...applied().counts, changeLogistics: 2 } } as const;

  it.each<[string, CaseFacts, CaseCommand, string]>([
    ['a state', applied(), say.receive, 'WRONG_STATE'],
    ['who acts', applied(), { ...say.approve, actor: 'HQ' }, 'NOT_ALLOWED_FOR_ACTOR'],
    ['where the goods are', caseIn('RECEIPT_REFUSED', held), say.changeLogistics, 'GOODS_HELD'],
    ['an exchange that nothing was sent for', caseIn('AWAIT_RECEIPT', { type: 'EX' }), say.changeIntent, 'TOO_EARLY'],
    ['a clock', applied(), say.timeout, 'TOO_EARLY'],
    ['an amount', applied(), { ...say.offer, amount: 99_999 }, 'AMOUNT_TOO_HIGH'],
    ['the lack of words', asked, { ...say.askInfo, question: ' ' }, 'QUESTION_REQUIRED'],
    [
      'the law',
      { ...caseIn('AWAIT_RECEIPT'), deadline: { at: NOW + DAY, outcome: 'receive', field: 'inspectDays', legalCeiling: true } },
      { verb: 'extend', actor: 'HQ', until: NOW + 2 * DAY },
      'LEGAL_CEILING',
    ],
  ])('is %s', (_, facts, command, code) => {
    expect(refused(facts, overruling(command))).toMatchObject({ code });
  });

  it('is a deadline that has passed', () => {
    expect(refused(asked, overruling(say.askInfo), at(NOW + 60 * HOUR))).toMatchObject({ code: 'DEADLINE_PASSED' });
  });
});

describe('overrulableActions', () => {
  it('shows what a limit alone stands against, with the limit, and nothing that may be done anyway', () => {
    expect(overrulableActions(asked, 'branch', context)).toEqual([
      {
        ...{ verb: 'askInfo', to: ['NEED_INFO'], left: 0, maxAmount: null, refund: null },
        against: [{ rule: 'repeatMax', passes: false, facts: { counter: 'askInfo', used: 2, limit: 2 } }],
      },
    ]);
    expect(verbs(applied())).toEqual([]);
    expect(verbs(asked, at(NOW + 60 * HOUR))).toEqual([]);
  });

  it('says where a step of the buyer’s leads', () => {
    const owed = caseIn('AWAIT_RESHIP', { type: 'RS', reshipSince: NOW - HOUR });
    expect(overrulableActions(owed, 'buyer', context)).toMatchObject([{ verb: 'changeIntent', to: ['REFUNDING'] }]);
  });
});
