import {
  allowedActions,
  overrulableActions,
  resolutionsFor,
  returnlessFor,
  type AllowedAction,
  type CaseActor,
  type CaseContext,
  type CaseFacts,
  type CaseVerb,
} from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { may, targetOf } from '../auth/authorize.js';
import { factsOf } from './case-facts.js';
import { CaseRules } from './case-rules.service.js';
import type { AfterSalesCase } from './case.entity.js';
import type { CaseActionView, OverrulableActionView } from './case.view.js';
import { overruledCapacity, permissionBeside, permissionFor, staffCapacities } from './doer.js';
import { returnlessView, traceView } from './case-present.js';
import { effectText } from './words/actions.js';

/** What each verb's mutation takes beside id and version. */
const inputs: Partial<Record<CaseVerb, readonly string[]>> = {
  reject: ['reason'],
  askInfo: ['question', 'checklist', 'photos'],
  propose: ['resolution', 'amount', 'note', 'checklist', 'photos'],
  supplyInfo: ['text'],
  modify: ['reason', 'text', 'amount'],
  escalate: ['reason'],
  ship: ['method', 'carrier', 'tracking', 'freightPaid'],
  bookPickup: ['from', 'until'],
  registerDropIn: ['code', 'inspection', 'checklist', 'photos'],
  receive: ['inspection', 'checklist', 'photos'],
  receiveAndDispatch: ['carrier', 'tracking', 'freightPaid', 'inspection', 'checklist', 'photos'],
  dispatch: ['carrier', 'tracking', 'freightPaid', 'photos'],
  outOfStock: ['note'],
  correctLogistics: ['carrier', 'tracking'],
  wrongReceived: ['reason'],
  changeLogistics: ['carrier', 'tracking', 'freightPaid'],
  recordTracking: ['shipmentId', 'kind', 'at', 'note'],
  refuseReceipt: ['reason', 'goods', 'checklist', 'photos'],
  reportLost: ['reason'],
  shipBack: ['carrier', 'tracking'],
  verdict: ['to', 'amount', 'liable', 'reason'],
  manualVoucher: ['voucher'],
  extend: ['until', 'reason'],
};

/** The step that is usually meant, first match. */
const usual: readonly CaseVerb[] = [
  'approve',
  'receive',
  'dispatch',
  'accept',
  'supplyInfo',
  'ship',
  'confirm',
  'verdict',
  'retry',
  'shipBack',
  'modify',
  'changeLogistics',
  'correctLogistics',
  'changeIntent',
  'manualVoucher',
];

const capacitiesOf = (actor: Actor): readonly CaseActor[] => {
  if (actor.kind === 'buyer') return ['buyer'];
  return actor.kind === 'staff' ? staffCapacities : [];
};

function allowedTo(actor: Actor, row: AfterSalesCase, context: CaseContext): AllowedAction[] {
  const target = targetOf('case', row);
  return capacitiesOf(actor)
    .flatMap((capacity) => allowedActions(factsOf(row), capacity, context))
    .filter(({ verb }) => {
      const permission = permissionFor(verb);
      return permission !== null && may(actor, permission, target);
    });
}

/** The buttons of a case: what the lifecycle allows and the viewer's role too, the usual one first. */
@Injectable()
export class CaseActions {
  constructor(@Inject(CaseRules) private readonly rules: CaseRules) {}

  async of(actor: Actor, row: AfterSalesCase, now: number): Promise<CaseActionView[]> {
    const { context, rules } = await this.rules.ground(row, now);
    const facts = factsOf(row);
    const actions = allowedTo(actor, row, context);
    const primary = usual.find((verb) => actions.some((action) => action.verb === verb));
    const sorted = [...actions.filter(({ verb }) => verb === primary), ...actions.filter(({ verb }) => verb !== primary)];
    return sorted.map((action) => ({
      ...shown(action, facts),
      returnless: action.verb === 'approve' ? returnlessView(returnlessFor(facts, context)) : null,
      primary: action.verb === primary,
      effect: effectText({ row, rules, action }),
    }));
  }

  /** Whether a step is among them. */
  async hold(actor: Actor, row: AfterSalesCase, step: CaseVerb, now: number): Promise<boolean> {
    const { context } = await this.rules.ground(row, now);
    return allowedTo(actor, row, context).some(({ verb }) => verb === step);
  }

  /** A15: what a limit alone stands against, for one who may overrule it: his own steps, and the buyer's. */
  async overrulable(actor: Actor, row: AfterSalesCase, now: number): Promise<OverrulableActionView[]> {
    const target = targetOf('case', row);
    if (actor.kind !== 'staff' || !may(actor, 'case.overrule', target)) return [];
    const { context, rules } = await this.rules.ground(row, now);
    const facts = factsOf(row);
    return (['branch', 'buyer'] as const)
      .flatMap((capacity) =>
        overrulableActions(facts, capacity, context).filter(({ verb }) => {
          const permission = permissionBeside(verb);
          return overruledCapacity(verb) === capacity && (permission === null || may(actor, permission, target));
        }),
      )
      .map((action) => ({
        ...shown(action, facts),
        ...{ returnless: null, primary: false, effect: effectText({ row, rules, action }) },
        against: action.against.map(traceView),
      }));
  }
}

/** What a verb asks for of this case: what to propose only where there is a choice, what was found only where goods are inspected. */
function needsOf(verb: CaseVerb, facts: CaseFacts): string[] {
  const isAsked = (name: string): boolean => {
    if (name === 'resolution') return resolutionsFor(facts).length > 1;
    return verb !== 'askInfo' || name === 'question' || facts.state === 'AWAIT_RECEIPT';
  };
  return (inputs[verb] ?? []).filter(isAsked);
}

const shown = ({ verb, to, left, maxAmount, refund }: AllowedAction, facts: CaseFacts) => ({
  verb: verb === 'retry' ? 'retryPayout' : verb,
  needs: needsOf(verb, facts),
  to: [...to],
  left,
  maxAmount,
  refund,
});
