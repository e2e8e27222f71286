import { Inject, Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { Person, RoleGrant } from '../auth/person.entity.js';
import { applyScope, scopeSql } from '../auth/scope.js';
import { contains } from '../common/like.js';
import { cutPage, readPage, type Cursor, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { TreeService } from '../tree/tree.service.js';
import { heldBy, loadPerson } from './person-access.js';
import type { PersonPageView, PersonView } from './views.js';

/** People and their roles, as far as the viewer reaches. */
@Injectable()
export class PeopleService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  async list(actor: StaffActor, search: string | null, page?: PageInput | null): Promise<PersonPageView> {
    const { first, after } = readPage(page);
    const query = this.visible(actor);
    if (search) searchFor(query, search);
    const total = await query.getCount();
    if (after) startAfter(query, after);
    const rows = await query
      .orderBy('p.name')
      .addOrderBy('p.id')
      .take(first + 1)
      .getMany();
    const { items, nextCursor } = cutPage(rows, first, ({ name, id }) => ({ key: name, id }));
    return { items: await this.present(actor, items), nextCursor, total };
  }

  /** @throws NotFound */
  async one(actor: StaffActor, id: string): Promise<PersonView> {
    const snapshot = await this.tree.current();
    const { person, grants } = await loadPerson(this.database.read, id, actor, snapshot);
    return presentPerson(actor, person, grants);
  }

  /** Somebody the actor has just changed, though that may have put him out of reach. */
  async changed(actor: StaffActor, id: string): Promise<PersonView> {
    const person = await this.database.read.findOneByOrFail(Person, { id });
    const grants = await heldBy(this.database.read, [id]);
    return presentPerson(actor, person, grants);
  }

  /** People with a role in the viewer's reach; those without any role belong to HQ. */
  private visible(actor: StaffActor): SelectQueryBuilder<Person> {
    const query = this.database.read.createQueryBuilder(Person, 'p');
    const held = this.database.read
      .createQueryBuilder(RoleGrant, 'g')
      .select('1')
      .innerJoin(OrgNode, 'n', 'n.id = g.nodeId')
      .where('g.personId = p.id AND g.revokedAt IS NULL');
    const reached = applyScope(held.clone(), scopeSql(actor, 'person.read', 'n'));
    const reachesRoot = may(actor, 'person.read', targetAt(actor.snapshot, actor.snapshot.root.id));
    const roleless = reachesRoot ? ` OR NOT EXISTS (${held.getQuery()})` : '';
    return query.where(`(EXISTS (${reached.getQuery()})${roleless})`).setParameters(reached.getParameters());
  }

  private async present(actor: StaffActor, people: readonly Person[]): Promise<PersonView[]> {
    const ids = people.map(({ id }) => id);
    const grants = await heldBy(this.database.read, ids);
    return people.map((person) => {
      const own = grants.filter(({ personId }) => personId === person.id);
      return presentPerson(actor, person, own);
    });
  }
}

function presentPerson(actor: StaffActor, person: Person, grants: readonly RoleGrant[]): PersonView {
  const { snapshot } = actor;
  const seen = grants.filter(({ nodeId }) => may(actor, 'person.read', targetAt(snapshot, nodeId)));
  const { id, email, name, status, createdAt, lastSeenAt, version } = person;
  const roles = seen.map((grant) => ({ id: grant.id, role: grant.role, node: snapshot.require(grant.nodeId) }));
  return { id, email, name, status, grants: roles, createdAt, lastSeenAt, version };
}

function searchFor(query: SelectQueryBuilder<Person>, search: string): void {
  query.andWhere(
    new Brackets((where) => where.where(`p.name LIKE :inside ESCAPE '!'`).orWhere(`p.email LIKE :inside ESCAPE '!'`)),
    { inside: contains(search) },
  );
}

function startAfter(query: SelectQueryBuilder<Person>, { key, id }: Cursor): void {
  query.andWhere('p.name >= :name AND (p.name > :name OR p.id > :id)', { name: key, id });
}
