import {
  allowedActions,
  replacementUnderWay,
  type ActionVerb,
  type AllowedAction,
  type CaseAction,
  type CaseActor,
  type CaseVerb,
  type VerdictTarget,
} from '@headwater/after-sales';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EntityManager } from 'typeorm';
import { systemActor } from '../../../auth/actor.js';
import { StaleVersion } from '../../../common/errors.js';
import type { Database } from '../../../database/database.js';
import { factsOf } from '../../case-facts.js';
import { CaseParcels } from '../../case-parcels.service.js';
import { CaseRules } from '../../case-rules.service.js';
import type { AfterSalesCase } from '../../case.entity.js';
import { ApplicationRefused, CaseRefused, FreightDiffers, TrackingRefused } from '../../case.errors.js';
import { CaseService } from '../../case.service.js';
import type { Doer } from '../../doer.js';
import { TrackingService } from '../../tracking.service.js';
import { DAY } from '../desk.js';
import type { Random } from './random.js';

type Chosen = AllowedAction & { readonly actor: CaseActor };

/** These are the product's own. */
const notByPeople: ReadonlySet<CaseVerb> = new Set<CaseVerb>(['paid', 'payoutFailed', 'retry', 'timeout', 'apply']);
const people = ['buyer', 'branch', 'HQ', 'finance'] as const satisfies readonly CaseActor[];

/** Withdrawals would end most cases early, and extensions come rarely. */
const weights: Partial<Record<CaseVerb, number>> = { withdraw: 0.1, extend: 0.1, reject: 0.5, recordTracking: 3 };

const parcelOf = ({ code }: AfterSalesCase, random: Random) => ({
  carrier: '顺丰',
  tracking: `${code}-${String(random.whole(1, 1e9))}`,
});

type Input = (row: AfterSalesCase, chosen: Chosen, now: number, random: Random) => object;

const because: Input = () => ({ reason: '如照片所示' });
const parcel: Input = (row, _, __, random) => parcelOf(row, random);
const parcelWithFreight: Input = (row, _, __, random) => ({ ...parcelOf(row, random), freightPaid: random.whole(0, 3_000) });

/** What goes with a verb; those that are missing take nothing. */
const inputs: Partial<Record<ActionVerb, Input>> = {
  reject: because,
  escalate: because,
  wrongReceived: because,
  askInfo: () => ({ question: '请补充吊牌照片' }),
  supplyInfo: () => ({ answer: '见照片' }),
  propose: (_, { maxAmount }, __, random) => ({
    resolution: random.one(['refund', 'returnRefund']),
    amount: random.whole(1, maxAmount ?? 1),
    reason: '包装缺失',
  }),
  modify: (_, { maxAmount }, __, random) => ({ amount: random.whole(1, maxAmount ?? 1) }),
  ship: (row, chosen, now, random) => ({ method: 'parcel', ...parcelWithFreight(row, chosen, now, random) }),
  bookPickup: (_, __, now) => ({ from: now + DAY, until: now + DAY + DAY / 12 }),
  registerDropIn: ({ nodeId }) => ({ at: nodeId }),
  changeLogistics: parcelWithFreight,
  receiveAndDispatch: parcelWithFreight,
  dispatch: parcelWithFreight,
  shipBack: parcel,
  correctLogistics: parcel,
  refuseReceipt: (_, __, ___, random) => ({
    reason: '有使用痕迹',
    goods: random.one(['branch', 'turnedBack', 'notArrived']),
    photos: 1,
  }),
  verdict: (_, { to }, __, random) => ({ to: random.one(to) as VerdictTarget, reason: '依证据' }),
  manualVoucher: () => ({ reference: 'BANK-1' }),
  extend: ({ deadlineAt }, _, now, random) => ({ until: Math.max(deadlineAt ?? now, now) + random.whole(1, 10) * DAY }),
};

const doerFor = (capacity: CaseActor): Doer => ({
  capacity,
  kind: capacity === 'buyer' ? 'buyer' : 'staff',
  id: null,
  name: capacity,
});

const isRefusal = (error: unknown): boolean =>
  [CaseRefused, StaleVersion, ApplicationRefused, FreightDiffers, TrackingRefused].some((refusal) => error instanceof refusal);

/** Buyers, stores, HQ and finance, who do at random what they may. */
export class People {
  private readonly cases: CaseService;
  private readonly rules: CaseRules;
  private readonly parcels: CaseParcels;
  private readonly tracking: TrackingService;

  constructor(
    app: NestFastifyApplication,
    private readonly database: Database,
    private readonly random: Random,
  ) {
    this.cases = app.get(CaseService, { strict: false });
    this.rules = app.get(CaseRules, { strict: false });
    this.parcels = app.get(CaseParcels, { strict: false });
    this.tracking = app.get(TrackingService, { strict: false });
  }

  /** Somebody does something to a case that he has seen so. @returns whether it was done, refused, or nothing could be done */
  async act(row: AfterSalesCase, now: number): Promise<'done' | 'refused' | 'nothing'> {
    const { context } = await this.rules.ground(row, now);
    const facts = factsOf(row);
    const choices = people.flatMap((actor) =>
      allowedActions(facts, actor, context).map((action): Chosen => ({ ...action, actor })),
    );
    const possible = choices.filter(({ verb }) => !notByPeople.has(verb));
    if (possible.length === 0) return 'nothing';
    const chosen = this.random.weighed(possible, ({ verb }) => weights[verb] ?? 1);
    const input = inputs[chosen.verb as ActionVerb]?.(row, chosen, now, this.random);
    try {
      await this.database.inTransaction((tx) => this.carryOut(tx, row, chosen, input, now));
      return 'done';
    } catch (error) {
      if (isRefusal(error)) return 'refused';
      throw error;
    }
  }

  private async carryOut(
    tx: EntityManager,
    row: AfterSalesCase,
    { verb, actor }: Chosen,
    input: object | undefined,
    now: number,
  ) {
    if (verb === 'recordTracking') return this.deliver(tx, row, now);
    const action = { verb, ...input } as CaseAction;
    return this.cases.carryOut(tx, doerFor(actor), { id: row.id, version: row.version, action }, now);
  }

  /** The carrier says that the parcel has come which the case waits for. */
  private async deliver(tx: EntityManager, row: AfterSalesCase, now: number) {
    const direction = replacementUnderWay(factsOf(row)) ? 'out' : 'return';
    const shipmentId = (await this.parcels.shipments(tx, row.id, direction)).at(-1) ?? '';
    return this.tracking.recordIn(tx, systemActor('carrier'), { shipmentId, kind: 'delivered' }, now);
  }
}
