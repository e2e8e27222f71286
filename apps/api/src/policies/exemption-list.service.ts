import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { isWithin, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { pageOf, type PageInput } from '../common/pagination.js';
import type { ExemptionFilter, ExemptionList, ExemptionPage, ExemptionState, ExemptionView } from './exemption.types.js';
import { nodeIn } from './naming.js';
import type { PolicyExemption } from './policy.entity.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';

const DAY = 24 * 3_600_000;

/** How long before its end an exemption is warned about. */
const ENDING = 14 * DAY;

/** The exemptions that the viewer reaches, the next to end first; of those that are over, the latest first. */
@Injectable()
export class ExemptionListService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(actor: Actor, filter: ExemptionFilter, page?: PageInput | null): Promise<ExemptionPage> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const isOver = filter.list === 'ended';
    const { items, ...rest } = pageOf(inList(actor, state, filter, now), page, ({ id, validTo }) => ({
      ...{ key: isOver ? -validTo : validTo, id },
    }));
    return { items: items.map((row) => exemptionView(actor, state, row, now)), ...rest };
  }

  /** How many end in the next fourteen days: the length of that list. */
  async ending(actor: Actor, within: string | null): Promise<number> {
    return inList(actor, await this.engine.current(), { list: 'ending', within }, this.clock.now()).length;
  }
}

function inList(actor: Actor, state: PolicyState, filter: ExemptionFilter, now: number): PolicyExemption[] {
  const { list, kind, within } = filter;
  const isIn = belongs[list ?? 'open'];
  return [...state.book.exemptions.values()].filter(
    (row) =>
      row.recordedTo === null &&
      isIn(row, now) &&
      (kind == null || row.kind === kind) &&
      isWithin(state.tree, row.nodeId, within) &&
      may(actor, 'exemption.read', targetAt(state.tree, row.nodeId)),
  );
}

const belongs: Readonly<Record<ExemptionList, (row: PolicyExemption, now: number) => boolean>> = {
  open: ({ validTo }, now) => validTo > now,
  ending: ({ validFrom, validTo }, now) => validFrom <= now && validTo > now && validTo <= now + ENDING,
  ended: ({ validTo }, now) => validTo <= now,
};

function stateOf(state: PolicyState, row: PolicyExemption, now: number): ExemptionState {
  if (row.validTo <= now) return 'ended';
  if (row.validFrom > now) return 'upcoming';
  return isWithin(state.tree, row.nodeId, row.ancestorId) ? 'live' : 'dormant';
}

function exemptionView(actor: Actor, state: PolicyState, row: PolicyExemption, now: number): ExemptionView {
  const { id, kind, fields, validFrom: from, validTo: to, reason, authorName } = row;
  const isOpen = to > now && may(actor, 'exemption.revoke', targetAt(state.tree, row.ancestorId));
  return {
    ...{ id, kind, fields, from, to, reason, authorName },
    ...{ node: nodeIn(state, row.nodeId), ancestor: nodeIn(state, row.ancestorId) },
    state: stateOf(state, row, now),
    daysLeft: belongs.ending(row, now) ? Math.ceil((to - now) / DAY) : null,
    allowedActions: isOpen ? ['exemption.revoke'] : [],
  };
}
