import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { PolicyReview, type ActedAtOnce } from './review.entity.js';

/** Something that acted at once, by what it recorded. */
export type Acted = Pick<PolicyReview, 'kind' | 'nodeId' | 'act' | 'at'>;

export const actedBy = (act: ActedAtOnce, row: Pick<PolicyReview, 'kind' | 'nodeId'> & { recordedAt: number }): Acted => ({
  ...{ kind: row.kind, nodeId: row.nodeId, act, at: row.recordedAt },
});

/** P10: who looked at what acted at once; null where no threshold was reached. Those who ask at one time share the answer. */
@Injectable()
export class ReviewOfService {
  private readonly asked = new Map<string, Promise<PolicyReview | null>>();

  constructor(@Inject(Database) private readonly database: Database) {}

  of({ kind, nodeId, act, at }: Acted): Promise<PolicyReview | null> {
    const key = [kind, nodeId, act, at].join(' ');
    const asked = this.asked.get(key) ?? this.database.read.findOneBy(PolicyReview, { kind, nodeId, act, at });
    this.asked.set(key, asked);
    return asked.finally(() => this.asked.delete(key));
  }
}
