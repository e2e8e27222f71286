import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import {
  assign,
  done,
  publish,
  publishNext,
  refusal,
  rules,
  startChain,
  subsidy,
  takeBack,
  type Chain,
} from './testing/operations.js';

const HOUR = 3_600_000;

describe.each(enginesHere())('comparing rules on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const at = (code: string, instant: number | null = null) => ({
    nodeId: unitId(code),
    at: instant === null ? null : new Date(instant).toISOString(),
  });
  const compare = (from: object, to: object, more: object = {}, client = chain.operator) =>
    done(client, 'compareRules', { from, to, ...more });
  const push = async (code: string, directives: object) => {
    const { versionId } = await publish(chain.operator, rules, `比较 ${String(Math.random())}`, directives as never);
    await assign(chain.operator, versionId, code);
  };

  it('of two units says which fields differ, who set them and what it means to a buyer', async () => {
    await push('EAST', { selfServiceDays: { set: 30 }, respondHours: { set: 72 } });
    expect(await compare(at('SHOP3'), at('SHOP1'))).toEqual([
      {
        ...{ kind: rules, field: 'selfServiceDays', before: 15, after: 30, effect: 'kinder' },
        ...{ beforeSource: { node: null }, afterSource: { node: { id: unitId('EAST') } } },
      },
      expect.objectContaining({ field: 'respondHours', before: 48, after: 72, effect: 'stricter' }),
    ]);
    expect(await compare(at('SHOP1'), at('SHOP2'))).toEqual([]);
    expect(await compare(at('SHOP3'), at('SHOP1'), { kind: subsidy })).toEqual([]);
  });

  it('of one unit on two dates says what has changed', async () => {
    const before = chain.it.clock.now();
    chain.it.clock.set(before + HOUR);
    await push('EAST', { selfServiceDays: { set: 5 } });
    expect(await compare(at('SHOP1', before), at('SHOP1'))).toMatchObject([
      { field: 'selfServiceDays', before: 15, after: 5, effect: 'stricter' },
    ]);
    expect(await compare(at('SHOP1'), at('SHOP1', before))).toMatchObject([{ before: 5, after: 15, effect: 'kinder' }]);
  });

  it('asks the permission at both units', async () => {
    const asked = { from: at('SHOP1'), to: at('SHOP3') };
    expect(await refusal(chain.manager, 'compareRules', asked)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(chain.manager, 'compareRules', { from: asked.to, to: asked.from })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of two versions says what each of them says', async () => {
    const { policyId } = await publish(chain.operator, rules, '两版', { selfServiceDays: { set: 20 }, infoDays: { set: 9 } });
    await publishNext(chain.operator, policyId, { selfServiceDays: { set: 30 }, shipDays: { set: 9, lock: true } });
    const [from, to] = [1, 2].map((number) => ({ policyId, number }));
    expect(await done(chain.operator, 'compareVersions', { from, to })).toEqual([
      { field: 'selfServiceDays', before: { set: 20 }, after: { set: 30 }, effect: 'kinder' },
      { field: 'shipDays', before: null, after: { set: 9, lock: true }, effect: null },
      { field: 'infoDays', before: { set: 9 }, after: null, effect: null },
    ]);
    const missing = { from, to: { policyId, number: 9 } };
    expect(await refusal(chain.operator, 'compareVersions', missing)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of versions of two policies does the same, as long as they are of one kind', async () => {
    const one = await publish(chain.operator, rules, '这一条', { selfServiceDays: { set: 20 } });
    const other = await publish(chain.operator, rules, '那一条', { selfServiceDays: { set: 15 } });
    const place = ({ policyId }: { policyId: string }) => ({ policyId, number: 1 });
    expect(await done(chain.operator, 'compareVersions', { from: place(one), to: place(other) })).toMatchObject([
      { field: 'selfServiceDays', effect: 'stricter' },
    ]);
    const another = await publish(chain.operator, subsidy, '另一类', { enabled: { set: true } });
    const refused = await refusal(chain.operator, 'compareVersions', { from: place(one), to: place(another) });
    expect(refused).toMatchObject({ code: 'BAD_INPUT', field: 'to', allowed: { oneOf: [rules] } });
  });

  it('looks at a draft as it is typed, and refuses what is wrong by itself', async () => {
    const { policyId } = await publish(chain.operator, rules, '起草中', { selfServiceDays: { set: 20 } });
    const from = { policyId, number: 1 };
    const typed = (set: unknown) => ({ from, to: { ...from, directives: { selfServiceDays: { set } } } });
    expect(await done(chain.operator, 'compareVersions', typed(25))).toMatchObject([
      { field: 'selfServiceDays', before: { set: 20 }, after: { set: 25 }, effect: 'kinder' },
    ]);
    expect(await refusal(chain.operator, 'compareVersions', typed('x'))).toMatchObject({ code: 'WRONG_TYPE' });
  });
});
