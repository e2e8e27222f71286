import { supposing, withChanges, type Proposal } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen, effectWritten, type EffectPart } from './effects.js';
import { readReason } from './inputs.js';
import { ownDirectives, ownProblems, ownProposal, saveOwn } from './own-track.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter } from './policy-writer.service.js';
import { allNamed, refuseAny } from './problems.js';

const kind = 'returnShippingSubsidy' as const;

/** P3: free returns on or off for a unit and all below it, by the unit's own track: two rows, whatever stands below. */
@Injectable()
export class CoverageService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Where the unit has it so already, nothing is written: it would only stop following what is above. @throws NotFound, Forbidden, RulesRefused */
  async turn(actor: Actor, nodeId: string, on: boolean, why: string | null): Promise<CoverageEffectView> {
    const reason = readReason('reason', why);
    const permission = permissionTo(on);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now } = write;
      authorize(actor, permission, targetAt(state.tree, nodeId));
      const proposal = turned(state, nodeId, on, now);
      const effect = effectOfTurn(state, proposal, on);
      if (isSoAlready(state, nodeId, on, now)) return { wrote: false, result: effect };
      refuseAny(state, ownProblems(state, proposal, false), now);
      const { number } = await saveOwn(write, proposal, reason);
      const data = { kind, number, changed: effect.changed, unchanged: effect.unchanged, reason };
      await write.record(permission, { type: 'orgNode', id: nodeId }, nodeId, data);
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
    const found = isSoAlready(state, nodeId, on, now) ? [] : ownProblems(state, proposal, false);
    return effectForeseen(state, effectOfTurn(state, proposal, on), allNamed(state, found, now));
  }
}

const permissionTo = (on: boolean) => (on ? 'coverage.turnOn' : 'coverage.turnOff');

const isSoAlready = (state: PolicyState, nodeId: string, on: boolean, now: number): boolean =>
  resolveIn(state.snapshot, kind, nodeId, now).values.enabled === on;

/** The own track with free returns set; a lock or a guard that stands beside it stays. */
function turned(state: PolicyState, nodeId: string, on: boolean, now: number): Proposal {
  const own = ownDirectives(state, { kind, nodeId }, now);
  const { reset: _reset, ...kept } = own['enabled'] ?? {};
  return ownProposal({ kind, nodeId }, withChanges(own, { enabled: { ...kept, set: on } }), now);
}

const effectOfTurn = (state: PolicyState, proposal: Proposal, on: boolean): EffectPart =>
  countEffect(state, {
    ...{ kind, nodeId: proposal.nodeId, at: proposal.from },
    ...{ before: state.snapshot, after: supposing(state.snapshot, proposal), alreadySo: on ? 'alreadyOn' : 'alreadyOff' },
  });
