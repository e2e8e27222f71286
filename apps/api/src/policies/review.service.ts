import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, isWithin, may, targetAt } from '../auth/authorize.js';
import { NotFound } from '../common/errors.js';
import { pageOf, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { ApprovalService, type Weighed } from './approval.service.js';
import { AlreadyReviewed, OwnReview, type NamedProblem } from './errors.js';
import { nodeIn } from './naming.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type PolicyWrite } from './policy-writer.service.js';
import { PolicyReview, type ActedAtOnce } from './review.entity.js';
import type { PolicyReviewPage } from './review.types.js';

/** Acts at once though a threshold is reached; somebody else looks at it after. */
const reviewedAfter: NamedProblem = {
  ...{ code: 'REVIEWED_AFTER', field: null, nodeId: null, nodeName: null, allowed: null, setBy: null },
};

/** Which acts a list holds. */
export interface ReviewFilter {
  readonly within: string | null;
  /** Only those that the actor may look at: what others did, where he approves. */
  readonly mine: boolean;
}

const isOwn = (actor: Actor, { authorId }: PolicyReview): boolean => actor.kind === 'staff' && actor.personId === authorId;

/** P10: suspensions, rollbacks and what takes something back act at once; where a threshold is reached, somebody else looks at them after. */
@Injectable()
export class ReviewService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** Notes in the transaction of the act that it wants a look, where it reaches a threshold. */
  async note(write: PolicyWrite, act: ActedAtOnce, change: Weighed, reason: string | null): Promise<void> {
    const thresholds = await this.approvals.reasons(write.tx, write.state, change, write.now);
    if (thresholds.length === 0) return;
    const { kind, nodeId } = change;
    await write.insert(PolicyReview, {
      ...{ id: write.newId(), kind, nodeId, act, reason, thresholds, ...write.self },
      ...{ at: write.now, reviewedAt: null, reviewerName: null },
    });
  }

  /** For a preview: whether somebody else would look at the act after. */
  async foreseen(state: PolicyState, change: Weighed, now: number): Promise<NamedProblem[]> {
    const thresholds = await this.approvals.foreseen(state, change, now);
    return thresholds.length > 0 ? [reviewedAfter] : [];
  }

  /** What waits for a look, the oldest first; of `mine`, for the actor's. Grows with what nobody has looked at. @throws BadInput */
  async list(actor: Actor, { within, mine }: ReviewFilter, page?: PageInput | null): Promise<PolicyReviewPage> {
    const state = await this.engine.current();
    const open = await this.database.read.findBy(PolicyReview, { reviewedAt: IsNull() });
    const mayReview = (row: PolicyReview) =>
      !isOwn(actor, row) && may(actor, 'changeSet.approve', targetAt(state.tree, row.nodeId));
    const seen = open
      .filter(({ nodeId }) => isWithin(state.tree, nodeId, within) && may(actor, 'changeSet.read', targetAt(state.tree, nodeId)))
      .filter((row) => !mine || mayReview(row));
    const { items, ...rest } = pageOf(seen, page, ({ id, at }) => ({ key: at, id }));
    const views = items.map((row) => ({
      ...{ ...row, node: nodeIn(state, row.nodeId) },
      allowedActions: mayReview(row) ? ['changeSet.approve'] : [],
    }));
    return { items: views, ...rest };
  }

  /** @throws NotFound, Forbidden, OwnReview, AlreadyReviewed */
  async review(actor: Actor, id: string): Promise<void> {
    await this.writer.run(actor, async (write) => {
      const row = await write.tx.findOneBy(PolicyReview, { id });
      if (!row) throw new NotFound('review', id);
      authorize(actor, 'changeSet.approve', targetAt(write.state.tree, row.nodeId, 'review', id));
      if (isOwn(actor, row)) throw new OwnReview(row.authorName);
      if (row.reviewedAt !== null) throw new AlreadyReviewed(row.reviewerName);
      await write.update(PolicyReview, id, { reviewedAt: write.now, reviewerName: write.self.authorName });
      const { kind, act, authorName: author } = row;
      await write.record('changeSet.review', { type: 'review', id }, row.nodeId, { kind, act, author });
      return { wrote: true, result: null };
    });
  }
}
