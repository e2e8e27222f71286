import { returningTypes, shippingTypes, type CaseType } from '@headwater/after-sales';
import { sameValue, stateOf, type KindKey, type PolicyDocument } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { OrderService } from '../orders/order.service.js';
import { responsibleFor } from '../org/responsible.js';
import { labelOf } from '../policies/naming.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import { CaseRules } from './case-rules.service.js';
import type { AfterSalesCase } from './case.entity.js';
import type { AppliedRuleView } from './case.view.js';

const always = [
  'types',
  'contactFirst',
  'maxApplications',
  'evidence',
  'freightPayer',
  'refundOutboundFreight',
  'modifyMax',
  'repeatMax',
  'respondHours',
  'autoApprove',
  'reconsiderDays',
  'refundDueDays',
  'disputeDefaultDays',
];
const ofReturns = [
  'returnless',
  'returnMethods',
  'shipDays',
  'noDeliveryDays',
  'staleDays',
  'inspectDays',
  'conditions',
  'returnAddress',
  'returnRouting',
  'supplierAddress',
  'restockingFee',
];
const ofReplacements = ['reshipHours', 'reshipFailDays', 'autoConfirmDays'];
const ofExchanges = ['modifyAfterTransitDays'];
const ofSubsidy = ['enabled', 'scope', 'mode', 'bearers'];

/** What of a case, or of an application, says which rules it obeys. */
type RuledCase = Pick<AfterSalesCase, 'type' | 'reasonClass' | 'orderId' | 'nodeId' | 'rulesPromise' | 'subsidyPromise'>;

/** The windows that could let a reason in. */
const windowsOf = ({ reasonClass }: RuledCase): string[] =>
  reasonClass === 'expectation'
    ? ['noReasonDays', 'inStoreDays', 'selfServiceDays', 'windowByCategory', 'excluded']
    : ['qualityDays', 'selfServiceDays', 'windowByCategory'];

const fieldsOf = (type: CaseType): string[] => [
  ...(returningTypes.includes(type) ? ofReturns : []),
  ...(shippingTypes.includes(type) ? ofReplacements : []),
  ...(type === 'EX' ? ofExchanges : []),
];

interface Source {
  readonly document: PolicyDocument | null;
  readonly promised: Readonly<Record<string, unknown>> | null;
}

/** The rules a case obeys: which value, frozen at payment or as in force, and who set it. */
@Injectable()
export class AppliedRules {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(OrderService) private readonly orders: OrderService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async of(row: RuledCase): Promise<AppliedRuleView[]> {
    const isReturn = returningTypes.includes(row.type);
    const fields = [...windowsOf(row), ...always, ...fieldsOf(row.type)];
    const rules = await this.kind('afterSalesRules', row, fields, await this.rules.rulesPromise(row));
    if (!isReturn) return rules;
    return [...rules, ...(await this.kind('returnShippingSubsidy', row, ofSubsidy, await this.rules.subsidyPromise(row)))];
  }

  private async kind(
    kind: KindKey,
    row: RuledCase,
    fields: readonly string[],
    promise: { readonly values: object } | null,
  ): Promise<AppliedRuleView[]> {
    const { paidAt } = await this.orders.of(row.orderId);
    const promised = promise ? { ...promise.values } : null;
    const then: Source = { document: paidAt === null ? null : await this.document(kind, row.nodeId, paidAt), promised };
    const now: Source = {
      document: await this.document(kind, await this.answering(row.nodeId), this.clock.now()),
      promised: null,
    };
    return Promise.all(fields.map((field) => this.rule(kind, field, promised && field in promised ? then : now, paidAt)));
  }

  private async rule(kind: KindKey, field: string, source: Source, paidAt: number | null): Promise<AppliedRuleView> {
    const state = source.document && stateOf(source.document, field);
    const { promised } = source;
    const value = promised === null ? state?.value : promised[field];
    // A correction made since may say something else of that day; then it is not where the promise came from.
    const isFrom = state !== undefined && state !== null && sameValue(state.value, value);
    const label = isFrom ? await this.label(state.source?.assignmentId ?? null) : 'promise';
    return { kind, field, value, class: promised ? 'promise' : 'operation', source: label, at: promised ? paidAt : null };
  }

  private async label(assignmentId: string | null): Promise<string> {
    return assignmentId === null ? 'default' : labelOf(await this.engine.current(), assignmentId);
  }

  /** The unit whose operation rules count: an archived unit's successor. */
  private async answering(nodeId: string): Promise<string> {
    const { tree } = await this.engine.current();
    return responsibleFor(tree, nodeId)?.id ?? nodeId;
  }

  /** Null where the unit was not there to have rules. */
  private async document(kind: KindKey, nodeId: string, at: number): Promise<PolicyDocument | null> {
    try {
      return await this.engine.resolve(kind, nodeId, this.rules.instant(at));
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
