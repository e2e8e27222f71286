import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { ChangeSet } from './change-set.entity.js';

/** Who approved a change set that was carried out; never changes any more. */
interface ApprovalOf {
  readonly changeSetId: string;
  readonly number: number;
  readonly approverName: string | null;
  readonly approvedAt: number | null;
}

const KEPT = 1_000;

/** The approvals that sources name; those asked for lately are remembered. */
@Injectable()
export class ApprovalOfService {
  private readonly known = new Map<string, Promise<ApprovalOf | null>>();

  constructor(@Inject(Database) private readonly database: Database) {}

  of(changeSetId: string | null): Promise<ApprovalOf | null> {
    if (changeSetId === null) return Promise.resolve(null);
    const asked = this.known.get(changeSetId) ?? this.load(changeSetId);
    if (this.known.size >= KEPT) this.known.clear();
    this.known.set(changeSetId, asked);
    asked.catch(() => this.known.delete(changeSetId));
    return asked;
  }

  private async load(id: string): Promise<ApprovalOf | null> {
    const set = await this.database.read.findOneBy(ChangeSet, { id });
    if (!set) return null;
    const { number, approverName, approvedAt } = set;
    return { changeSetId: id, number, approverName, approvedAt };
  }
}
