import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { may, targetOf } from '../auth/authorize.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Fen } from '../common/scalars.js';
import type { CaseCost } from '../money/ledger.service.js';
import { CaseQuery } from './case-query.service.js';
import type { AfterSalesCase } from './case.entity.js';
import { CaseView } from './case.view.js';

/** M1: what a case costs, for whoever may read money where it was sold. */
@Resolver(() => CaseView)
export class CaseCostResolver {
  constructor(@Inject(CaseQuery) private readonly query: CaseQuery) {}

  @ResolveField(() => Fen, {
    nullable: true,
    description: 'M1: freight and other expense, less recovery; null for who may not read money here.',
  })
  async cost(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<number | null> {
    return (await this.read(actor, row))?.total ?? null;
  }

  @ResolveField(() => Fen, { nullable: true, description: 'Of the cost: goods that did not come back.' })
  async goodsLoss(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<number | null> {
    return (await this.read(actor, row))?.goodsLoss ?? null;
  }

  @ResolveField(() => Boolean, { description: 'Some of the goods loss is a share of the price: nobody has said what they cost.' })
  async goodsLossAssumed(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<boolean> {
    return ((await this.read(actor, row))?.assumed ?? 0) !== 0;
  }

  @ResolveField(() => Fen, {
    nullable: true,
    description: 'Taken off the cost: claimed of insurers, carriers and suppliers, and not refused.',
  })
  async recovery(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<number | null> {
    return (await this.read(actor, row))?.recovery ?? null;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer may claim of others what it costs; false where it costs nothing.',
  })
  async canOpenClaim(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<boolean> {
    if (actor.kind !== 'staff' || !may(actor, 'money.openClaim', targetOf('case', row))) return false;
    return (await this.query.costOf(row.id)).total > 0;
  }

  private async read(actor: Actor, row: AfterSalesCase): Promise<CaseCost | null> {
    return may(actor, 'money.read', targetOf('case', row)) ? this.query.costOf(row.id) : null;
  }
}
