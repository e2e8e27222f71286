import { nodeId as nodeIdOf } from '@headwater/org-tree';
import { ownTrack, supposing, withChanges, type Proposal } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { ApprovalService } from './approval.service.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen, effectWritten, type EffectPart } from './effects.js';
import { readReason } from './inputs.js';
import { ownDirectives, ownProblems, saveOwn, scheduledOver } from './own-track.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type AlsoWrite } from './policy-writer.service.js';
import { allNamed, refuseAny } from './problems.js';

const kind = 'returnShippingSubsidy' as const;

/** P3: free returns on or off for a unit and all below it, by the unit's own track: two rows, whatever stands below. */
@Injectable()
export class CoverageService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Where the unit has it so already, nothing is written: it would only stop following what is above. @throws NotFound, Forbidden, RulesRefused */
  async turn(actor: Actor, nodeId: string, on: boolean, why: string | null, also?: AlsoWrite): Promise<CoverageEffectView> {
    const reason = readReason('reason', why);
    const permission = permissionTo(on);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now } = write;
      authorize(actor, permission, targetAt(state.tree, nodeId));
      const proposal = turned(state, nodeId, on, now);
      const effect = effectOfTurn(state, proposal, on);
      if (isSoAlready(state, nodeId, on, now)) return { wrote: false, result: effect };
      refuseAny(state, ownProblems(state, proposal, false), now);
      await this.approvals.refuseUnapproved(write, weighed(proposal, effect));
      const { number } = await saveOwn(write, proposal, reason);
      const data = { kind, number, changed: effect.changed, unchanged: effect.unchanged, reason };
      await write.record(permission, { type: 'orgNode', id: nodeId }, nodeId, data);
      await also?.(write.tx);
      return { wrote: true, result: effect };
    });
    return effectWritten(written);
  }

  /** @throws NotFound, Forbidden */
  async preview(actor: Actor, nodeId: string, on: boolean): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    authorize(actor, permissionTo(on), targetAt(state.tree, nodeId));
    const proposal = turned(state, nodeId, on, now);
    const effect = effectOfTurn(state, proposal, on);
    if (isSoAlready(state, nodeId, on, now)) return effectForeseen(state, effect, []);
    const approval = await this.approvals.foreseen(state, weighed(proposal, effect), now);
    return effectForeseen(state, effect, allNamed(state, ownProblems(state, proposal, false), now), approval);
  }
}

/** Of the own track only the switch is new, which locks nothing that was not locked before. */
const weighed = ({ nodeId }: Proposal, { changed, latent }: EffectPart) => ({
  ...{ kind, nodeId, changed: changed + latent, directives: {} },
});

const permissionTo = (on: boolean) => (on ? 'coverage.turnOn' : 'coverage.turnOff');

const isSoAlready = (state: PolicyState, nodeId: string, on: boolean, now: number): boolean =>
  resolveIn(state.snapshot, kind, nodeId, now).values.enabled === on;

/** The own track with free returns set; a lock or a guard that stands beside it stays. */
function turned(state: PolicyState, nodeId: string, on: boolean, now: number): Proposal {
  const own = ownDirectives(state, { kind, nodeId }, now);
  const { reset: _reset, ...kept } = own['enabled'] ?? {};
  return ownTrack({ kind, nodeId: nodeIdOf(nodeId) }, withChanges(own, { enabled: { ...kept, set: on } }), now);
}

function effectOfTurn(state: PolicyState, proposal: Proposal, on: boolean): EffectPart {
  const effect = countEffect(state, {
    ...{ kind, nodeId: proposal.nodeId, at: proposal.from },
    ...{ before: state.snapshot, after: supposing(state.snapshot, proposal), alreadySo: on ? 'alreadyOn' : 'alreadyOff' },
  });
  return { ...effect, covers: scheduledOver(state, proposal, proposal.from) };
}
