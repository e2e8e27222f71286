import { nodeId as nodeIdOf, type NodeId } from '@headwater/org-tree';
import { ownTrack, withChanges, type Proposal } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { ApprovalService } from './approval.service.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen, effectWritten, type EffectPart } from './effects.js';
import { keeping, readExclusions, type Keeping } from './exclusions.js';
import { readReason } from './inputs.js';
import { nodeIn } from './naming.js';
import { ownDirectives, saveOwn, scheduledOver } from './own-track.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type AlsoWrite, type PolicyWrite } from './policy-writer.service.js';
import { refuseNamed } from './problems.js';

const kind = 'returnShippingSubsidy' as const;

interface More {
  /** Units below that stay as they are, with all below them. */
  readonly exclude?: readonly string[] | undefined;
  readonly also?: AlsoWrite;
}

interface Turn extends Pick<More, 'exclude'> {
  readonly nodeId: string;
  readonly on: boolean;
}

/** P3: free returns on or off for a unit and all below it, by the unit's own track: two rows, whatever stands below, and two for each that is left out. */
@Injectable()
export class CoverageService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Where the unit has it so already, nothing is written: it would only stop following what is above. @throws NotFound, Forbidden, BadInput, RulesRefused */
  async turn(actor: Actor, nodeId: string, on: boolean, why: string | null, more: More = {}): Promise<CoverageEffectView> {
    const reason = readReason('reason', why);
    const permission = permissionTo(on);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now } = write;
      const { proposal, keeps, problems, effect } = turning(actor, state, { nodeId, on, exclude: more.exclude }, now);
      if (isSoAlready(state, nodeId, on, now)) return { wrote: false, result: effect };
      refuseNamed(problems);
      await this.approvals.refuseUnapproved(write, weighed(proposal, effect));
      for (const each of keeps) await keep(write, each, reason);
      const { number } = await saveOwn(write, proposal, reason);
      const data = { kind, number, changed: effect.changed, unchanged: effect.unchanged, excluded: keeps.length, reason };
      await write.record(permission, { type: 'orgNode', id: nodeId }, nodeId, data);
      await more.also?.(write.tx);
      return { wrote: true, result: effect };
    });
    return effectWritten(written);
  }

  /** @throws NotFound, Forbidden, BadInput */
  async preview(actor: Actor, nodeId: string, on: boolean, exclude: readonly string[] = []): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const { proposal, problems, effect } = turning(actor, state, { nodeId, on, exclude }, now);
    if (isSoAlready(state, nodeId, on, now)) return effectForeseen(state, effect, []);
    const approval = await this.approvals.foreseen(state, weighed(proposal, effect), now);
    return effectForeseen(state, effect, problems, approval);
  }
}

/** Turning with all that goes with it, as far as the actor may turn at all. @throws NotFound, Forbidden, BadInput */
function turning(actor: Actor, state: PolicyState, { nodeId, on, exclude = [] }: Turn, now: number) {
  authorize(actor, permissionTo(on), targetAt(state.tree, nodeId));
  for (const unit of exclude) authorize(actor, permissionTo(on), targetAt(state.tree, unit));
  const excluded = readExclusions(state, nodeId, exclude);
  const proposal = turned(state, nodeId, on, now);
  const isSo = isSoAlready(state, nodeId, on, now);
  // What turning changes had the other state before, so that is what they keep.
  const found = keeping(state, proposal, isSo ? [] : excluded, (unit) => turned(state, unit, !on, now));
  return { proposal, ...found, effect: effectOfTurn(state, proposal, found, { on, excluded }) };
}

/** A unit that is left out says itself what it has; its own history tells of it. */
async function keep(write: PolicyWrite, proposal: Proposal, reason: string | null): Promise<void> {
  const { number } = await saveOwn(write, proposal, reason);
  const changes = { enabled: proposal.version?.directives['enabled'] };
  const { nodeId } = proposal;
  await write.record('rules.setOwn', { type: 'orgNode', id: nodeId }, nodeId, { kind, number, changes, reason });
}

/** Of the own track only the switch is new, which locks nothing that was not locked before. */
const weighed = ({ nodeId }: Proposal, { changed, latent }: EffectPart) => ({
  ...{ kind, nodeId, changed: changed + latent, said: [] },
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

function effectOfTurn(
  state: PolicyState,
  proposal: Proposal,
  { keeps, after }: Keeping,
  { on, excluded }: { on: boolean; excluded: readonly NodeId[] },
): EffectPart {
  const effect = countEffect(state, {
    ...{ kind, nodeId: proposal.nodeId, at: proposal.from, before: state.snapshot, after, excluded },
    alreadySo: on ? 'alreadyOn' : 'alreadyOff',
  });
  return {
    ...effect,
    covers: [...keeps, proposal].flatMap((each) => scheduledOver(state, each, each.from)),
    keeps: keeps.map(({ nodeId }) => nodeIn(state, nodeId)),
  };
}
