import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PageInput, pageOf } from '../common/pagination.js';
import { CoverageEffectView } from './coverage.types.js';
import { EffectBranchPage } from './effect-branches.types.js';
import { nodeIn } from './naming.js';
import { PolicyEngine } from './policy-engine.service.js';

/** P3: which branches an effect counts, for whoever may look at the effect. */
@Resolver(() => CoverageEffectView)
export class EffectBranchesResolver {
  constructor(@Inject(PolicyEngine) private readonly engine: PolicyEngine) {}

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
