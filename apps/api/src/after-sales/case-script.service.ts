import { reasonOf, scriptFor } from '@headwater/after-sales';
import type { TextGround } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { OrderService } from '../orders/order.service.js';
import { ServiceTextService, textOf, textView } from '../policies/service-text.service.js';
import type { ServiceTextView } from '../policies/service-text.types.js';
import { factsOf } from './case-facts.js';
import { CaseRules } from './case-rules.service.js';
import type { AfterSalesCase } from './case.entity.js';

/** P18: what staff say to the buyer of a case. The words are those in force, the numbers those the case obeys. */
@Injectable()
export class CaseScript {
  constructor(
    @Inject(ServiceTextService) private readonly texts: ServiceTextService,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(OrderService) private readonly orders: OrderService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The lines for the case's situation; blank ones are left out, one that names a value without meaning says so. */
  async of(row: AfterSalesCase): Promise<ServiceTextView[]> {
    const { receivedAt, keepsItem } = factsOf(row);
    const fields = scriptFor({ state: row.state, reasonClass: reasonOf(row.reason).class, receivedAt, keepsItem });
    const templates = fields.length === 0 ? null : await this.texts.templates(row.nodeId);
    if (!templates) return [];
    const ground = await this.ground(row);
    const said = fields.flatMap((field) => textOf(templates, field, ground) ?? []);
    return said.filter(({ hidden }) => hidden !== 'blank').map(textView);
  }

  private async ground(row: AfterSalesCase): Promise<TextGround> {
    const [{ rules }, promise, order] = await Promise.all([
      this.rules.ground(row, this.clock.now()),
      this.rules.subsidyPromise(row),
      this.orders.of(row.orderId),
    ]);
    const covered = row.freightCoveredAtMost !== null && promise !== null;
    return { rules, channel: order.channel, subsidy: covered ? promise.values : null };
  }
}
