import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Clock } from '../common/clock.js';
import { PageInput, pageOf } from '../common/pagination.js';
import { Fen } from '../common/scalars.js';
import { Database } from '../database/database.js';
import { costsThisMonth } from './costs-this-month.js';
import { CoverageEffectView } from './coverage.types.js';
import { EffectBranchPage } from './effect-branches.types.js';
import { nodeIn } from './naming.js';
import { PolicyEngine } from './policy-engine.service.js';

/** P3: which branches an effect counts, and what is at stake there, for whoever may look at the effect. */
@Resolver(() => CoverageEffectView)
export class EffectResolver {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => Fen, {
    nullable: true,
    description:
      'What returns cost the unit and all below it this month; null where the viewer may not know, and of what was kept.',
  })
  async costThisMonth(@CurrentActor() actor: Actor, @Parent() { node, branchesOf }: CoverageEffectView): Promise<number | null> {
    const state = await this.engine.current();
    if (!branchesOf || !may(actor, 'coverage.read', targetAt(state.tree, node.id))) return null;
    const costs = await costsThisMonth(this.database.read, [nodeIn(state, node.id)], this.clock.now());
    return costs.get(node.id) ?? 0;
  }

  @ResolveField(() => EffectBranchPage, {
    nullable: true,
    description: 'In the order of the organization; null of an effect that was kept with its change set.',
  })
  async branchesOf(
    @Parent() { branchesOf }: CoverageEffectView,
    @Args('keys', { type: () => [String], description: 'changed, or the keys of reasons.' }) keys: string[],
    @Args('field', { type: () => String, nullable: true, description: 'Of those that change: in which this field does.' })
    field?: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<EffectBranchPage | null> {
    if (!branchesOf) return null;
    const state = await this.engine.current();
    const { items, ...rest } = pageOf([...branchesOf(keys, field ?? null)], page, (id) => ({
      ...{ key: state.tree.tree.positionOf(id), id },
    }));
    return { items: items.map((id) => nodeIn(state, id)), ...rest };
  }
}
