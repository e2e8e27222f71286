import { checkArchive, checkMove, nodeId, type TreeProblem } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { TreeService } from '../tree/tree.service.js';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';
import { unitsToAnswerFor } from './authority.js';
import { MoveChecks } from './move-checks.js';
import { problemCode, problemField } from './org.errors.js';
import { activeBelow, storesOf, UsageService } from './usage.service.js';
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

  /** @param along what is active below goes along */
  async ofArchive(actor: StaffActor, id: string, along: boolean): Promise<NodeImpactView> {
    const snapshot = await this.tree.current();
    authorize(actor, 'orgNode.archive', targetAt(snapshot, id));
    const below = along ? activeBelow(snapshot, id) : [];
    const found = checkArchive(snapshot.tree, nodeId(id), new Set(below.map((unit) => unit.id)));
    const structural = found.flatMap((problem) => present(snapshot, problem));
    const wanted = await this.wantsSuccessor(snapshot, storesOf([snapshot.require(id), ...below]));
    return { ...(await this.reach(snapshot, id)), parentId: null, problems: [...structural, ...wanted.slice(0, NAMED)] };
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

  private async wantsSuccessor(snapshot: TreeSnapshot, stores: readonly NodeFacts[]): Promise<ProblemView[]> {
    const wanted: ProblemView[] = [];
    for (const store of stores) {
      const { openCases, orders } = await this.usage.ofStores(snapshot, [store]);
      if (openCases === 0 && orders === 0) continue;
      wanted.push({ code: 'SUCCESSOR_REQUIRED', field: 'successorId', nodeId: store.id, nodeName: store.name });
    }
    return wanted;
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
