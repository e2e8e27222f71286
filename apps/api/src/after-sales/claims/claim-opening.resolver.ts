import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { NotFound, nullWhereAbsent } from '../../common/errors.js';
import { Fen } from '../../common/scalars.js';
import { ClaimList } from '../../money/claims/claim-list.service.js';
import { ClaimView } from '../../money/claims/claim.view.js';
import { ClaimOpening } from './claim-opening.service.js';
import { ClaimPreviewView, OpenClaimInput } from './claim-opening.view.js';

/** M1: claims opened by hand. */
@Resolver()
export class ClaimOpeningResolver {
  constructor(
    @Inject(ClaimOpening) private readonly opening: ClaimOpening,
    @Inject(ClaimList) private readonly list: ClaimList,
  ) {}

  @Requires('money.openClaim')
  @Query(() => ClaimPreviewView, { nullable: true })
  async claimPreview(
    @CurrentStaff() actor: StaffActor,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('amount', { type: () => Fen, nullable: true, description: 'Absent: none was named yet.' }) amount: number | null,
  ): Promise<ClaimPreviewView | null> {
    const preview = await this.opening.preview(actor, caseId, amount ?? null).catch(nullWhereAbsent);
    return (
      preview && {
        ...preview,
        shares: preview.shares.map(({ bearer, bearerNodeId, amount: part }) => ({
          bearer,
          bearerNode: actor.snapshot.node(bearerNodeId ?? '') ?? null,
          amount: part,
        })),
      }
    );
  }

  @Requires('money.openClaim')
  @Mutation(() => ClaimView, { description: 'What a case has cost is claimed of a carrier or a supplier.' })
  async openClaim(@CurrentStaff() actor: StaffActor, @Args('input') input: OpenClaimInput): Promise<ClaimView> {
    const row = await this.opening.open(actor, input);
    const [view] = await this.list.views(actor, [row]);
    if (!view) throw new NotFound('claim', row.id);
    return view;
  }
}
