import { Inject } from '@nestjs/common';
import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff, CurrentViewer, type LiveViewer } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { rootsWithin } from '../auth/within.js';
import { CaseFeed, type CaseHint } from './case-feed.service.js';
import { CaseHintView } from './case-hint.view.js';

@Resolver()
export class CaseChangesResolver {
  constructor(@Inject(CaseFeed) private readonly feed: CaseFeed) {}

  @Requires('case.read')
  @Subscription(() => CaseHintView, { description: 'A17: cases that came or moved, of those that may be seen in a subtree.' })
  caseChanged(
    @CurrentStaff() actor: StaffActor,
    @CurrentViewer() viewer: LiveViewer,
    @Args('within', { type: () => ID, nullable: true }) within: string | null,
  ): Promise<AsyncIterableIterator<CaseHint>> {
    rootsWithin(actor, 'case.read', within);
    return this.feed.listen(viewer, within ?? null);
  }
}
