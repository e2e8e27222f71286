import {
  channels,
  serviceText,
  subsidyCovers,
  textFields,
  type Channel,
  type Goods,
  type PolicySnapshot,
  type ServiceScripts,
  type ServiceText,
  type Text,
  type TextField,
  type TextGround,
} from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput, DomainError } from '../common/errors.js';
import { Database } from '../database/database.js';
import { responsibleFor } from '../org/responsible.js';
import { allRules } from './all-rules.js';
import { placeholderLabels } from './kinds.js';
import { nodeIn } from './naming.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PromiseHolds } from './promise-holds.service.js';
import type { GoodsInput, RulesDraftInput, ServiceTextsView, ServiceTextView } from './service-text.types.js';
import { supposed } from './supposed.js';

interface TextsQuestion {
  readonly nodeId: string;
  /** UTC epoch ms; without it, now. */
  readonly at?: number | null | undefined;
  /** P9: as it was known then; without it, as known now. UTC epoch ms. */
  readonly knownAt?: number | null | undefined;
  readonly goods?: GoodsInput | null | undefined;
  readonly draft?: RulesDraftInput | null | undefined;
}

/** Every text template in force at a unit, by field. */
export type Templates = ServiceScripts & { readonly badge: Text };

/** P18: texts filled from the rules. They are operation fields: those in force when they show. */
@Injectable()
export class ServiceTextService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
    @Inject(PromiseHolds) private readonly holds: PromiseHolds,
  ) {}

  /** @throws NotFound, NodeArchived, BadInput, RulesRefused where the draft is wrong by itself */
  async at(actor: Actor, question: TextsQuestion): Promise<ServiceTextsView> {
    const state = await this.engine.current();
    const { nodeId: unit } = question;
    authorize(actor, 'rules.read', targetAt(state.tree, unit));
    const goods = goodsOf(question.goods);
    const at = question.at ?? this.clock.now();
    const snapshot = await this.snapshot(state, question, at);
    const knownAt = await this.knownBy(state, question);
    const isHeld = question.knownAt == null && (await this.withheld(state, unit, at));
    const ground = groundAt(snapshot, { unit, at, knownAt, isHeld }, goods);
    const templates = templatesIn(snapshot, { unit, at, knownAt });
    const texts = textFields.map((each) => textView(serviceText(each, templateOf(templates, each), ground)));
    return { node: nodeIn(state, unit), at, texts };
  }

  /** S5: whether an order that is paid then would be promised no free returns, whatever the rules say. */
  async withheld({ tree }: PolicyState, unit: string, at: number): Promise<boolean> {
    const [hold] = await this.holds.on(this.database.read, [{ nodeId: unit, paidAt: at }], tree);
    return hold != null;
  }

  /** The templates in force now at a unit, of an archived one its successor's; null where nobody answers. */
  async templates(nodeId: string): Promise<Templates | null> {
    const { tree } = await this.engine.current();
    const unit = responsibleFor(tree, nodeId)?.id ?? nodeId;
    try {
      const [{ values }, subsidy] = await Promise.all([
        this.engine.resolve('serviceScripts', unit),
        this.engine.resolve('returnShippingSubsidy', unit),
      ]);
      return { ...values, badge: subsidy.values.badge };
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  /** A draft is known by nobody yet, so that it is looked at as of all that is known. @throws BadInput */
  private async knownBy(state: PolicyState, { knownAt, draft }: TextsQuestion): Promise<number | undefined> {
    if (!draft) return this.engine.knownBy(state, knownAt);
    if (knownAt != null) throw new BadInput('knownAt', 'A draft is looked at as known now.', null);
    return undefined;
  }

  private async snapshot(state: PolicyState, { nodeId, draft }: TextsQuestion, at: number): Promise<PolicySnapshot> {
    const snapshot = await this.engine.snapshotAt(state, at);
    if (!draft) return snapshot;
    resolveIn(snapshot, draft.kind, nodeId, at);
    return supposed(state, snapshot, { ...draft, unit: nodeId, at });
  }
}

/** Every field of the kinds that holds a text, by its key. */
const templateOf = (templates: Templates, { field }: TextField): Text =>
  (templates as unknown as Readonly<Record<string, Text>>)[field.key] ?? { zh: '', en: '' };

interface Place {
  readonly unit: string;
  readonly at: number;
  /** Epoch; without it, whatever the snapshot knows. */
  readonly knownAt: number | undefined;
}

function templatesIn(snapshot: PolicySnapshot, { unit, at, knownAt }: Place): Templates {
  const rules = allRules(snapshot, unit, at, knownAt);
  return { ...rules.serviceScripts, badge: rules.returnShippingSubsidy.badge };
}

/** Without goods: as if free returns covered them, wherever they are on and nothing withholds them. */
function groundAt(
  snapshot: PolicySnapshot,
  { unit, at, knownAt, isHeld }: Place & { readonly isHeld: boolean },
  goods: Goods | null,
): TextGround {
  const { values: subsidy, on } = resolveIn(snapshot, 'returnShippingSubsidy', unit, at, knownAt);
  const covers = on === true && !isHeld && (goods === null || subsidyCovers(subsidy, goods).covered);
  const { values: rules } = resolveIn(snapshot, 'afterSalesRules', unit, at, knownAt);
  return { rules, subsidy: covers ? subsidy : null, channel: goods?.channel ?? null };
}

const isChannel = (word: string): word is Channel => (channels as readonly string[]).includes(word);

/** @throws BadInput */
function goodsOf(input: GoodsInput | null | undefined): Goods | null {
  if (!input) return null;
  const { category = null, price, channel, campaigns } = input;
  if (!isChannel(channel)) throw new BadInput('goods.channel', 'No such way of selling.', channels);
  return { category, price, channel, campaigns: (campaigns ?? []).map((code) => code.normalize('NFKC').trim()) };
}

/** One text as a client reads it. */
export const textView = ({ missing, field, ...text }: ServiceText): ServiceTextView => ({
  ...text,
  field,
  label: labels.get(field) ?? { zh: field, en: field },
  missing: missing.flatMap((name) => placeholderLabels.get(name) ?? []),
});

const labels = new Map<string, Text>(textFields.map(({ field }) => [field.key, field.label]));

/** A field's text where rules that somebody was promised hold. */
export function textOf(templates: Templates, key: keyof Templates, ground: TextGround): ServiceText | null {
  const each = textFields.find(({ field }) => field.key === key);
  return each ? serviceText(each, templates[key], ground) : null;
}
