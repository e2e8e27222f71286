import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { StatementService } from './statement.service.js';
import { StatementView } from './statement.view.js';

@Resolver()
export class StatementResolver {
  constructor(@Inject(StatementService) private readonly statements: StatementService) {}

  @Requires('money.read')
  @Query(() => StatementView)
  statement(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', { type: () => ID, description: 'A store.' }) nodeId: string,
    @Args('period', { description: 'YYYY-MM.' }) period: string,
  ): Promise<StatementView> {
    return this.statements.of(actor, { nodeId, period });
  }
}
