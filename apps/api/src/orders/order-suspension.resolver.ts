import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ReviewOfService } from '../policies/review-of.service.js';
import { RuleReviewView } from '../policies/review.types.js';
import { OrderSuspensionView } from './order-rules.view.js';

/** Who looked at a suspension after it acted. */
@Resolver(() => OrderSuspensionView)
export class SuspensionReviewResolver {
  constructor(@Inject(ReviewOfService) private readonly reviews: ReviewOfService) {}

  @ResolveField(() => RuleReviewView, { nullable: true, description: 'Null: it wanted none.' })
  review(@Parent() { acted }: OrderSuspensionView): Promise<RuleReviewView | null> {
    return acted === null ? Promise.resolve(null) : this.reviews.of(acted);
  }
}
