import { checkArchive, checkMove, nodeId, type TreeProblem } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { TreeService } from '../tree/tree.service.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { unitsToAnswerFor } from './authority.js';
import { MoveChecks } from './move-checks.js';
import { problemCode, problemField } from './org.errors.js';
import { UsageService } from './usage.service.js';
import type { NodeImpactView, ProblemView } from './views.js';

/** Units a problem names at most. */
const NAMED = 20;

/** What a move or an archive would do, before it is done. */
@Injectable()
export class OrgImpactService {
  constructor(
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(UsageService) private readonly usage: UsageService,
    @Inject(MoveChecks) private readonly moveChecks: MoveChecks,
  ) {}

  async ofMove(actor: StaffActor, id: string, parentId: string): Promise<NodeImpactView> {
    const snapshot = await this.tree.current();
    authorize(actor, 'orgNode.move', targetAt(snapshot, id));
    authorize(actor, 'orgNode.read', targetAt(snapshot, parentId));
    const structural = checkMove(snapshot.tree, nodeId(id), nodeId(parentId)).flatMap((problem) => present(snapshot, problem));
    const refused = structural.length > 0 ? structural : this.lackOfAuthority(actor, snapshot, id, parentId);
    const problems = refused.length > 0 ? refused : (await this.moveChecks.foresee({ id, parentId })).slice(0, NAMED);
    return { ...(await this.reach(snapshot, id)), parentId, problems };
  }

  async ofArchive(actor: StaffActor, id: string): Promise<NodeImpactView> {
    const snapshot = await this.tree.current();
    authorize(actor, 'orgNode.archive', targetAt(snapshot, id));
    const structural = checkArchive(snapshot.tree, nodeId(id)).flatMap((problem) => present(snapshot, problem));
    const reach = await this.reach(snapshot, id);
    return { ...reach, parentId: null, problems: [...structural, ...(await this.wantsSuccessor(snapshot, id, reach.openCases))] };
  }

  private async reach(snapshot: TreeSnapshot, id: string): Promise<Omit<NodeImpactView, 'problems' | 'parentId'>> {
    const [people, openCases] = await Promise.all([this.usage.people(snapshot, id), this.usage.openCases(snapshot, id)]);
    return { nodeId: id, branches: snapshot.branchCount(id), people, openCases };
  }

  private lackOfAuthority(actor: StaffActor, snapshot: TreeSnapshot, id: string, parentId: string): ProblemView[] {
    return unitsToAnswerFor(snapshot, id, parentId)
      .filter((unit) => !may(actor, 'orgNode.move', snapshot.rowAt(unit.id)))
      .map((unit) => ({ code: 'FORBIDDEN', field: 'parentId', nodeId: unit.id, nodeName: unit.name }));
  }

  private async wantsSuccessor(snapshot: TreeSnapshot, id: string, openCases: number): Promise<ProblemView[]> {
    if (snapshot.require(id).type !== 'store') return [];
    const needed = openCases > 0 || (await this.usage.orders(snapshot, id)) > 0;
    return needed ? [{ code: 'SUCCESSOR_REQUIRED', field: 'successorId', nodeId: id, nodeName: snapshot.require(id).name }] : [];
  }
}

function present(snapshot: TreeSnapshot, problem: TreeProblem): ProblemView[] {
  const field = problemField(problem) ?? null;
  return problem.nodeIds.slice(0, NAMED).map((blamed) => ({
    code: problemCode(problem),
    field,
    nodeId: blamed,
    nodeName: snapshot.node(blamed)?.name ?? null,
    allowed: problem.allowed ?? null,
  }));
}
