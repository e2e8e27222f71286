import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import {
  assign,
  done,
  publish,
  refusal,
  rules,
  scripts,
  startChain,
  subsidy,
  takeBack,
  type Chain,
} from './testing/operations.js';

describe.each(enginesHere())('the texts of a unit on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const asked = async (code = 'SHOP1', more: object = {}): Promise<Loose[]> =>
    (await done(chain.manager, 'serviceTexts', { nodeId: unitId(code), ...more })).texts;
  const one = async (field: string, code?: string, more?: object): Promise<Loose> =>
    (await asked(code, more)).find((each) => each.field === field);
  const own = (kind: string, code: string, changes: object) =>
    done(chain.operator, 'effectiveRules', { nodeId: unitId(code), kind }).then(({ ownVersion }) =>
      done(chain.operator, 'setOwnRules', { nodeId: unitId(code), kind, changes, ownVersion }),
    );
  const turnOn = () => done(chain.operator, 'turnCoverage', { nodeId: unitId('SHOP1'), on: true });

  it('take their numbers from the rules in force there', async () => {
    expect(await one('checkoutNotice')).toMatchObject({
      ...{ kind: scripts, part: 'notice', label: { zh: '结算页提示' }, hidden: null },
      text: {
        zh: '支持 7 天无理由退货，质量问题 30 天内可申请售后。',
        en: 'Return without a reason within 7 days; apply for quality problems within 30 days.',
      },
    });
    await own(rules, 'SHOP1', { noReasonDays: { set: 15 } });
    expect((await one('checkoutNotice')).text.zh).toContain('15 天');
  });

  it('are those that were known then, where that is asked', async () => {
    const start = chain.it.clock.now();
    const at = new Date(start + 60_000).toISOString();
    await own(rules, 'SHOP1', { noReasonDays: { set: 20 } });
    const before = new Date(start - 60_000).toISOString();
    expect((await one('checkoutNotice', 'SHOP1', { at })).text.zh).toContain('20 天');
    expect((await one('checkoutNotice', 'SHOP1', { at, knownAt: before })).text.zh).not.toContain('20 天');
    const draft = { kind: rules, directives: {} };
    const both = { nodeId: unitId('SHOP1'), knownAt: before, draft };
    expect(await refusal(chain.operator, 'serviceTexts', both)).toMatchObject({ code: 'BAD_INPUT', field: 'knownAt' });
  });

  it('show the badge and the notice of free returns only where these are on', async () => {
    expect(await one('badge')).toMatchObject({ part: 'badge', text: null, hidden: 'notCovered' });
    await turnOn();
    expect(await one('badge')).toMatchObject({ text: { zh: '退货包运费', en: 'Free returns' }, hidden: null });
    expect((await one('subsidyNotice')).text.zh).toBe('退货运费由商家补贴，每次最高 12.00 元。');
    await done(chain.operator, 'suspendCoverage', { nodeId: unitId('SHOP1'), reason: '费用异常' });
    expect(await one('badge')).toMatchObject({ text: null, hidden: 'notCovered' });
  });

  it('show the badge only on goods in scope', async () => {
    const row = { categories: ['内衣'], priceFrom: null, priceTo: null, channels: null, covered: false };
    const rest = { ...row, categories: null, covered: true };
    await turnOn();
    await own(subsidy, 'SHOP1', { scope: { set: [row, rest] } });
    const goods = (category: string) => ({ goods: { category, price: 100, channel: 'express' } });
    expect((await one('badge', 'SHOP1', goods('内衣'))).hidden).toBe('notCovered');
    expect((await one('badge', 'SHOP1', goods('外套'))).hidden).toBeNull();
    expect(
      await refusal(chain.manager, 'serviceTexts', { nodeId: unitId('SHOP1'), goods: { price: 1, channel: 'carrierPigeon' } }),
    ).toMatchObject({ code: 'BAD_INPUT', field: 'goods.channel' });
  });

  it('show the badge of a campaign only on goods that are known to be sold in it', async () => {
    const row = { categories: null, priceFrom: null, priceTo: null, channels: null, campaign: 'D11', covered: true };
    await turnOn();
    await own(subsidy, 'SHOP1', { scope: { set: [row] } });
    const badgeIn = async (campaigns?: string[]) =>
      (await one('badge', 'SHOP1', { goods: { price: 100, channel: 'express', campaigns } })).hidden;
    expect([await badgeIn(['618', 'Ｄ11 ']), await badgeIn(['618']), await badgeIn([]), await badgeIn()]).toEqual([
      null,
      ...['notCovered', 'notCovered', 'notCovered'],
    ]);
  });

  it('are those a draft would give, of whichever kind, and nothing is written', async () => {
    const draft = (kind: string, directives: object) => ({ draft: { kind, directives } });
    const text = { zh: '{returnDays}内包退。', en: 'Back within {returnDays}.' };
    const { text: supposed } = await one('checkoutNotice', 'SHOP1', draft(scripts, { checkoutNotice: { set: text } }));
    expect(supposed).toEqual({ zh: '7 天内包退。', en: 'Back within 7 days.' });
    expect((await one('checkoutNotice', 'SHOP1', draft(rules, { noReasonDays: { set: 20 } }))).text.zh).toContain('20 天');
    expect((await one('badge', 'SHOP1', draft(subsidy, { enabled: { set: true } }))).hidden).toBeNull();
    expect((await one('checkoutNotice')).text.zh).toContain('支持 7 天');
  });

  it('name the value that has no meaning here instead of half a sentence', async () => {
    const text = { zh: '最高补{subsidyCap}。', en: 'Up to {subsidyCap}.' };
    expect(
      await one('orderNotice', 'SHOP1', { draft: { kind: scripts, directives: { orderNotice: { set: text } } } }),
    ).toMatchObject({
      ...{ text: null, hidden: 'valueMissing', missing: [{ zh: '补贴封顶' }] },
    });
  });

  it('are written by HQ and areas, an area’s for its own branches only', async () => {
    const text = { zh: '很抱歉，华东客服马上处理。', en: 'Sorry; East is on it.' };
    const { versionId } = await publish(chain.operator, scripts, '华东话术', { apologyQuality: { set: text } });
    await assign(chain.operator, versionId, 'EAST');
    expect((await one('apologyQuality')).text).toEqual(text);
    const refused = { nodeId: unitId('SHOP1'), kind: scripts, changes: { apologyQuality: { set: text } }, ownVersion: 0 };
    expect(await refusal(chain.manager, 'setOwnRules', refused)).toMatchObject({ code: 'NOT_BRANCH_SETTABLE' });
  });

  it('are refused with the placeholder and what there is, and to those out of reach', async () => {
    const draft = { kind: scripts, directives: { applyScript: { set: { zh: '{foo}', en: 'x' } } } };
    const wrong = await refusal(chain.manager, 'serviceTexts', { nodeId: unitId('SHOP1'), draft });
    expect(wrong).toMatchObject({ code: 'UNKNOWN_PLACEHOLDER', field: 'applyScript' });
    expect(wrong.allowed.oneOf).toContain('respondHours');
    expect(wrong.details.problems).toMatchObject([{ path: 'set.zh.{foo}' }]);
    expect(await refusal(chain.manager, 'serviceTexts', { nodeId: unitId('SHOP3') })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are linted with the rules they speak of', async () => {
    const text = { zh: '本店退货包运费。', en: 'Returns cost nothing.' };
    const about = (code: string) => ({ kind: scripts, nodeId: unitId(code), directives: { orderNotice: { set: text } } });
    expect(await done(chain.operator, 'lintDirectives', about('SHOP1'))).toMatchObject([
      { rule: 'badgeWithoutSubsidy', field: 'orderNotice' },
    ]);
    await turnOn();
    expect(await done(chain.operator, 'lintDirectives', about('SHOP1'))).toEqual([]);
  });
});
