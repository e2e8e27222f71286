import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { CoverageRowView } from '../../policies/coverage.types.js';
import { EffectiveRulesView } from '../../policies/rules.types.js';
import { WithheldPromises } from './withheld-promises.service.js';
import { PromiseWithheldView } from './withheld.view.js';

const field = { nullable: true, description: 'S5: null: free returns are promised as the rules say.' } as const;

@Resolver(() => CoverageRowView)
export class CoverageWithheldResolver {
  constructor(@Inject(WithheldPromises) private readonly promises: WithheldPromises) {}

  @ResolveField(() => PromiseWithheldView, field)
  async withheld(@CurrentStaff() actor: StaffActor, @Parent() row: CoverageRowView): Promise<PromiseWithheldView | null> {
    return row.on > 0 ? this.promises.at(actor, row.node.id, row.at) : null;
  }
}

@Resolver(() => EffectiveRulesView)
export class RulesWithheldResolver {
  constructor(@Inject(WithheldPromises) private readonly promises: WithheldPromises) {}

  @ResolveField(() => PromiseWithheldView, field)
  async withheld(@CurrentStaff() actor: StaffActor, @Parent() rules: EffectiveRulesView): Promise<PromiseWithheldView | null> {
    const { kind, knownAt, suspension, fields, node, at } = rules;
    const isOn = kind === 'returnShippingSubsidy' && fields.some(({ key, value }) => key === 'enabled' && value === true);
    return isOn && suspension === null && knownAt === null ? this.promises.at(actor, node.id, at) : null;
  }
}
