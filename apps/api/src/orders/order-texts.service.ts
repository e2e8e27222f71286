import {
  subsidyCovers,
  type AfterSalesRules,
  type ServiceText,
  type SubsidyRules,
  type Text,
  type TextGround,
} from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { responsibleFor } from '../org/responsible.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import { ServiceTextService, textOf, type Templates } from '../policies/service-text.service.js';
import { OrderPromiseService } from './order-promise.service.js';
import type { OrderLine, SalesOrder } from './order.entity.js';
import type { OrderBadgeView } from './order.view.js';
import { soldGoods } from './sold-goods.js';

type Subsidy = Pick<SubsidyRules, 'enabled' | 'scope' | 'mode'>;

/** What an order's texts are filled from: what it was promised; before payment, what would be. */
interface OrderGround {
  readonly templates: Templates;
  readonly rules: AfterSalesRules;
  readonly subsidy: Subsidy;
  readonly suspended: boolean;
}

/** P18: what the order page tells its buyer. */
@Injectable()
export class OrderTexts {
  constructor(
    @Inject(ServiceTextService) private readonly texts: ServiceTextService,
    @Inject(OrderPromiseService) private readonly promises: OrderPromiseService,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The order page's notice, and that of free returns where they cover any line. */
  async noticesOf(order: SalesOrder, lines: readonly OrderLine[]): Promise<Text[]> {
    const ground = await this.ground(order);
    if (!ground) return [];
    const covered = lines.some((line) => covers(ground, order, line));
    const said = (['orderNotice', 'subsidyNotice'] as const).map((key) =>
      textOf(ground.templates, key, textGround(ground, order, covered)),
    );
    return shown(said);
  }

  /** The badges on the lines that free returns cover. */
  async badgesOf(order: SalesOrder, lines: readonly OrderLine[]): Promise<OrderBadgeView[]> {
    const ground = await this.ground(order);
    if (!ground) return [];
    return lines.flatMap((line) => {
      const place = textGround(ground, order, covers(ground, order, line));
      return shown([textOf(ground.templates, 'badge', place)]).map((text) => ({ lineId: line.id, text }));
    });
  }

  /** Null where nobody answers for the order's unit any more. */
  private async ground(order: SalesOrder): Promise<OrderGround | null> {
    const templates = await this.texts.templates(order.nodeId);
    if (!templates) return null;
    const [rules, subsidy] = await Promise.all([
      this.promises.read('afterSalesRules', order.rulesPromise),
      this.promises.read('returnShippingSubsidy', order.subsidyPromise),
    ]);
    const now = await this.inForce(order);
    return {
      templates,
      rules: { ...now.rules, ...rules?.values },
      subsidy: subsidy?.values ?? now.subsidy,
      suspended: subsidy?.suspended ?? now.suspended,
    };
  }

  /** S5: what is not paid yet would be promised nothing where a budget withholds it. */
  private async inForce({ nodeId, subsidyPromise }: SalesOrder): Promise<Omit<OrderGround, 'templates'>> {
    const state = await this.engine.current();
    const unit = responsibleFor(state.tree, nodeId)?.id ?? nodeId;
    const isHeld = subsidyPromise === null && (await this.texts.withheld(state, unit, this.clock.now()));
    const subsidy = await this.engine.resolve('returnShippingSubsidy', unit);
    const rules = await this.engine.rules(unit);
    return { rules, subsidy: subsidy.values, suspended: isHeld || subsidy.suspension !== null };
  }
}

const covers = ({ subsidy, suspended }: OrderGround, { channel }: SalesOrder, line: OrderLine): boolean =>
  !suspended && subsidyCovers(subsidy, soldGoods(line, channel)).covered;

const textGround = ({ rules, subsidy }: OrderGround, { channel }: SalesOrder, covered: boolean): TextGround => ({
  ...{ rules, channel },
  subsidy: covered ? subsidy : null,
});

const shown = (texts: readonly (ServiceText | null)[]): Text[] => texts.flatMap((each) => each?.text ?? []);
