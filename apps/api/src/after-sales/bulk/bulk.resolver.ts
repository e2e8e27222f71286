import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { BulkPreviewView, BulkResultView, PreviewBulkArgs, RunBulkArgs } from './bulk.view.js';
import { BulkService } from './bulk.service.js';

@Resolver()
export class BulkResolver {
  constructor(@Inject(BulkService) private readonly bulk: BulkService) {}

  @Requires('case.read')
  @Query(() => BulkPreviewView, { description: 'A17: to which cases it would be done, and to which not, and why.' })
  previewBulk(@CurrentStaff() actor: StaffActor, @Args() args: PreviewBulkArgs): Promise<BulkPreviewView> {
    return this.bulk.preview(actor, args);
  }

  @Requires('case.read')
  @Mutation(() => [BulkResultView], {
    description:
      'Each case by itself, as its own mutation does it: what changed since the dry run is skipped, so a retry is safe.',
  })
  runBulk(@CurrentStaff() actor: StaffActor, @Args() { verb, rows, text }: RunBulkArgs): Promise<BulkResultView[]> {
    return this.bulk.run(actor, verb, rows, text ?? '');
  }
}
