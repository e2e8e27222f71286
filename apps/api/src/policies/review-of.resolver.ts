import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RuleProvenanceView } from './provenance.types.js';
import { ReviewOfService } from './review-of.service.js';
import { RuleReviewView } from './review.types.js';

/** Who looked at a rollback after it acted. */
@Resolver(() => RuleProvenanceView)
export class ProvenanceReviewResolver {
  constructor(@Inject(ReviewOfService) private readonly reviews: ReviewOfService) {}

  @ResolveField(() => RuleReviewView, { nullable: true, description: 'Null: it wanted none.' })
  async review(@Parent() { acted }: RuleProvenanceView): Promise<RuleReviewView | null> {
    return acted && this.reviews.of(acted);
  }
}
