import { unturned, type Facts, type TurnEvent } from '@headwater/policy';
import { nodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput, NotFound } from '../common/errors.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen, type EffectPart } from './effects.js';
import { toAssignment, toExemption, toSuspension, type FactBook } from './fact-book.js';
import type { PolicyAssignment, PolicyExemption, PolicySuspension } from './policy.entity.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';

/** P7: what a recorded assignment, suspension or exemption does by itself when its time comes, or is over. */
@Injectable()
export class TurnService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, BadInput */
  async preview(actor: Actor, factId: string, event: TurnEvent): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const turning = factIn(state.book, factId);
    if (turning?.row.recordedTo !== null) throw new NotFound('fact', factId);
    authorize(actor, 'rules.read', targetAt(state.tree, turning.row.nodeId, 'fact', factId));
    return effectForeseen(state, effectOf(state, turning, event, this.clock.now()), []);
  }
}

interface Turning {
  readonly row: PolicyAssignment | PolicySuspension | PolicyExemption;
  /** The same in the words of the pure engine. */
  readonly told: Partial<Omit<Facts, 'versions'>>;
}

function factIn(book: FactBook, id: string): Turning | null {
  const [assignment, suspension, exemption] = [book.assignments.get(id), book.suspensions.get(id), book.exemptions.get(id)];
  if (assignment) return { row: assignment, told: { assignments: [toAssignment(assignment)] } };
  if (suspension) return { row: suspension, told: { suspensions: [toSuspension(suspension)] } };
  return exemption ? { row: exemption, told: { exemptions: [toExemption(exemption)] } } : null;
}

function effectOf(state: PolicyState, { row, told }: Turning, event: TurnEvent, now: number): EffectPart {
  const { kind, nodeId: unit } = row;
  const at = aheadAt(row, event, now);
  const before = unturned(state.snapshot, told, event);
  return countEffect(state, { kind, nodeId: nodeId(unit), before, after: state.snapshot, at, alreadySo: 'same' });
}

/** When it turns; what has turned already is history, and the organization was another then. @throws BadInput */
function aheadAt({ validFrom, validTo }: Turning['row'], event: TurnEvent, now: number): number {
  const turns = [
    { event: 'begins', at: validFrom },
    { event: 'ends', at: validTo },
  ].filter(({ at }) => at !== null && at > now);
  const found = turns.find((turn) => turn.event === event)?.at;
  if (found != null) return found;
  const ahead = turns.map((turn) => turn.event);
  throw new BadInput('event', 'It has done so already, or never will.', ahead);
}
