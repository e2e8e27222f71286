import type { NodeId } from '@headwater/org-tree';
import { reached } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffActor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput, NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { pageOf, type PageInput } from '../common/pagination.js';
import { ancestorColumns, ancestorPath } from '../database/ancestors.js';
import { currentRead } from '../database/current-read.js';
import { Database } from '../database/database.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { ruleView } from './acknowledgement-list.service.js';
import { PolicyAcknowledgement } from './acknowledgement.entity.js';
import type { MyAcknowledgementPage, MyAcknowledgementView } from './acknowledgement.types.js';
import { changesAt } from './comparison.service.js';
import { dueRule, dueRules, isDueAt, reachWithin, standingOf, type DueRule } from './due-rules.js';
import { NotDueHere } from './errors.js';
import { nodeIn, policyNamed } from './naming.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';

/** Branches that one person accepts for at once. */
const MANY = 200;

type Verb = 'see' | 'accept';

interface Pair {
  readonly rule: DueRule;
  readonly branch: NodeId;
}

/** P17: what a store manager is to read, and that it was seen and accepted. A row is written when the branch acts (law 19). */
@Injectable()
export class AcknowledgementService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What the branches that the viewer manages have not accepted; the first to fall due first. */
  async mine(actor: StaffActor, page?: PageInput | null): Promise<MyAcknowledgementPage> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const pairs = pairsOf(state, dueRules(state, now), managedBy(actor));
    const rows = await this.rowsOf([...new Set(pairs.map(({ branch }) => branch))]);
    const open = pairs.filter((pair) => rows.get(keyOf(pair))?.acceptedAt == null);
    const { items, ...rest } = pageOf(open, page, (pair) => ({ key: pair.rule.dueAt, id: keyOf(pair) }));
    return { items: items.map((pair) => myView(state, pair, rows.get(keyOf(pair)), now)), ...rest };
  }

  /** Somebody of the branch has opened it. Seen again, nothing is written. @throws BadInput, NotFound, Forbidden, NotDueHere */
  see(actor: StaffActor, assignmentId: string, branches: readonly string[]): Promise<number> {
    return this.act(actor, 'see', assignmentId, branches);
  }

  /** Somebody who answers for the branch has read it. Accepted again, nothing is written. @throws BadInput, NotFound, Forbidden, NotDueHere */
  accept(actor: StaffActor, assignmentId: string, branches: readonly string[]): Promise<number> {
    return this.act(actor, 'accept', assignmentId, branches);
  }

  /** @returns how many branches acted just now */
  private async act(actor: StaffActor, verb: Verb, assignmentId: string, branches: readonly string[]): Promise<number> {
    if (branches.length < 1 || branches.length > MANY)
      throw new BadInput('nodeIds', `One accepts for 1 to ${String(MANY)} branches at once.`, { min: 1, max: MANY });
    const state = await this.engine.current();
    const rule = ruleFor(actor, state, verb, { assignmentId, branches }, this.clock.now());
    return this.database.inTransaction(async (tx) => {
      // A move holds the same rows: it waits for us, or is over.
      const nodes = await tx.find(OrgNode, { where: { id: In([...branches]) }, order: { id: 'ASC' }, ...currentRead(tx) });
      const rows = await tx.findBy(PolicyAcknowledgement, { assignmentId, nodeId: In([...branches]) });
      const held = new Map(rows.map((row) => [row.nodeId, row]));
      const open = nodes.filter(({ id, archivedAt }) => archivedAt === null && isOpen(verb, held.get(id)));
      for (const node of open) {
        await this.write(tx, actor, verb, rule, node, held.get(node.id));
        await this.record(tx, actor, verb, state, rule, node.id);
      }
      return open.length;
    });
  }

  private async write(
    tx: EntityManager,
    { personId, name: personName }: StaffActor,
    verb: Verb,
    { row: { id: assignmentId, versionId } }: DueRule,
    node: OrgNode,
    held: PolicyAcknowledgement | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    const acted = { acceptedAt: verb === 'accept' ? now : null, personId, personName };
    if (held) {
      await tx.update(PolicyAcknowledgement, held.id, acted);
      return;
    }
    const columns = ancestorColumns(ancestorPath(node).filter((id) => id !== null));
    const row = { id: newId(now), assignmentId, versionId, nodeId: node.id, seenAt: now, ...acted };
    await tx.insert(PolicyAcknowledgement, { ...row, ...columns });
  }

  private record(tx: EntityManager, actor: StaffActor, verb: Verb, state: PolicyState, { row, from }: DueRule, branch: string) {
    const { policyName, versionNumber: number } = policyNamed(state, row.versionId);
    const subject = { type: 'assignment', id: row.id };
    const data = { kind: row.kind, policyName, number, from };
    return this.audit.record(tx, { actor, action: `acknowledgement.${verb}`, subject, nodeId: branch, data });
  }

  private async rowsOf(branches: readonly NodeId[]): Promise<Map<string, PolicyAcknowledgement>> {
    const rows: PolicyAcknowledgement[] = [];
    for (let from = 0; from < branches.length; from += MANY)
      rows.push(...(await this.database.read.findBy(PolicyAcknowledgement, { nodeId: In(branches.slice(from, from + MANY)) })));
    return new Map(rows.map((row) => [`${row.assignmentId} ${row.nodeId}`, row]));
  }
}

/** Seen is seen, and accepted is accepted: nothing is written twice. */
const isOpen = (verb: Verb, held: PolicyAcknowledgement | undefined): boolean =>
  held === undefined || (verb === 'accept' && held.acceptedAt === null);

const keyOf = ({ rule, branch }: Pair): string => `${rule.row.id} ${branch}`;

/** Where somebody is the manager of a branch, or of a few: whoever oversees the chain answers for nobody's reading. */
const managedBy = ({ grants, snapshot }: StaffActor): NodeId[] => {
  const managed = grants.filter(({ role }) => role === 'storeManager').map((grant) => grant.nodeId);
  return [...new Set(managed)].filter((unit) => !managed.some((other) => other !== unit && snapshot.tree.isWithin(unit, other)));
};

const pairsOf = (state: PolicyState, rules: readonly DueRule[], tops: readonly NodeId[]): Pair[] =>
  rules.flatMap((rule) =>
    reachWithin(state, rule, tops).flatMap((reach) => [...reached(state.snapshot, reach)].map((branch) => ({ rule, branch }))),
  );

function myView(
  state: PolicyState,
  { rule, branch }: Pair,
  row: PolicyAcknowledgement | undefined,
  now: number,
): MyAcknowledgementView {
  return {
    ...{ id: keyOf({ rule, branch }), ...ruleView(state, rule, now), node: nodeIn(state, branch) },
    ...{ state: standingOf(row), overdue: rule.dueAt <= now, changes: changesAt(state, rule.row.kind, branch, rule.from) },
  };
}

/** The rule, where all of these branches are to read it and the actor may answer for them. @throws NotFound, Forbidden, NotDueHere */
function ruleFor(
  actor: StaffActor,
  state: PolicyState,
  verb: Verb,
  { assignmentId, branches }: { assignmentId: string; branches: readonly string[] },
  now: number,
): DueRule {
  for (const branch of branches) authorize(actor, `acknowledgement.${verb}`, targetAt(state.tree, branch));
  const row = state.book.assignments.get(assignmentId);
  if (!row) throw new NotFound('assignment', assignmentId);
  const rule = dueRule(state, row, now);
  const stranger = branches.find((branch) => !rule || !isDueAt(state, rule, branch));
  if (!rule || stranger !== undefined) throw new NotDueHere(assignmentId, stranger ?? '');
  return rule;
}
