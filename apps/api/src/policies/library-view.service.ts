import type { KindKey } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { applyScope, scopeSql } from '../auth/scope.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { contains } from '../common/like.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { LibraryPresenter } from './library-presenter.js';
import { Policy, PolicyVersion } from './policy.entity.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { AssignmentPageView, PolicyPageView, PolicyVersionView, PolicyView } from './policy.types.js';

export interface PolicyFilter {
  readonly kind?: KindKey | null;
  readonly search?: string | null;
}

/** The library as its readers see it: policies of the viewer's units, and of those above, whose rules flow down to them. */
@Injectable()
export class LibraryViewService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { kind, search }: PolicyFilter, page?: PageInput | null): Promise<PolicyPageView> {
    const { first, after } = readPage(page);
    const query = this.visible(actor);
    if (kind) query.andWhere('p.kind = :kind', { kind });
    if (search) query.andWhere(`p.name LIKE :inside ESCAPE '!'`, { inside: contains(search) });
    const total = await query.getCount();
    if (after) query.andWhere('p.name >= :name AND (p.name > :name OR p.id > :id)', { name: after.key, id: after.id });
    const rows = await query
      .orderBy('p.name')
      .addOrderBy('p.id')
      .take(first + 1)
      .getMany();
    const { items, nextCursor } = cutPage(rows, first, ({ name, id }) => ({ key: name, id }));
    return { items: await this.present(actor, items), nextCursor, total };
  }

  async policy(actor: Actor, id: string): Promise<PolicyView | null> {
    const policy = await this.visible(actor).andWhere('p.id = :id', { id }).getOne();
    const [view] = policy ? await this.present(actor, [policy]) : [];
    return view ?? null;
  }

  async version(actor: Actor, policyId: string, number: number): Promise<PolicyVersionView | null> {
    const policy = await this.policy(actor, policyId);
    return policy?.versions.find((version) => version.number === number) ?? null;
  }

  /** Of all versions of a policy, or of one. @throws NotFound, BadInput */
  async assignments(actor: Actor, policyId: string, number: number | null, page?: PageInput | null): Promise<AssignmentPageView> {
    const policy = await this.visible(actor).andWhere('p.id = :id', { id: policyId }).getOne();
    if (!policy) throw new NotFound('policy', policyId);
    const where = { policyId, ...(number !== null && { number }) };
    const versions = await this.database.read.findBy(PolicyVersion, where);
    if (number !== null && versions.length === 0) throw new NotFound('version', String(number));
    return new LibraryPresenter(actor, await this.engine.current(), this.clock.now()).assignments(versions, page);
  }

  private visible(actor: Actor): SelectQueryBuilder<Policy> {
    const query = this.database.read
      .createQueryBuilder(Policy, 'p')
      .innerJoin(OrgNode, 'n', 'n.id = p.ownerNodeId')
      .where('1 = 1');
    return applyScope(query, scopeSql(actor, 'policy.read', 'n'));
  }

  private async present(actor: Actor, policies: readonly Policy[]): Promise<PolicyView[]> {
    const state = await this.engine.current();
    const versions = await this.database.read.find(PolicyVersion, {
      where: { policyId: In(policies.map(({ id }) => id)) },
      order: { number: 'DESC' },
    });
    const presenter = new LibraryPresenter(actor, state, this.clock.now());
    return policies.map((policy) =>
      presenter.policy(
        policy,
        versions.filter(({ policyId }) => policyId === policy.id),
      ),
    );
  }
}
