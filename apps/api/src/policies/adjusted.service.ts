import { nodeId } from '@headwater/org-tree';
import { adjustedValues, type AdjustedValue } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { isWithin, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { pageOf, type PageInput } from '../common/pagination.js';
import type { AdjustedValuePage, AdjustedValueView } from './adjusted.types.js';
import { nodeIn, sourceOf } from './naming.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { spokenPlaces } from './spoken-places.js';
import { steady } from './steady.js';

/** Values of both tracks that an ancestor's later guard has bent. Grows with what was set, not with how many units there are. */
@Injectable()
export class AdjustedService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** By unit name, then field. @throws BadInput */
  async list(actor: Actor, within: string | null, page?: PageInput | null): Promise<AdjustedValuePage> {
    const state = await this.engine.current();
    const rows = adjustedFor(actor, state, within, this.clock.now());
    const { items, ...rest } = pageOf(rows, page, (row) => ({ key: nodeIn(state, row.nodeId).name, id: idOf(row) }));
    return { items: items.map((row) => viewOf(state, row)), ...rest };
  }

  /** The length of the list. */
  async count(actor: Actor, within: string | null): Promise<number> {
    return adjustedFor(actor, await this.engine.current(), within, this.clock.now()).length;
  }
}

const idOf = ({ kind, nodeId: unit, field }: AdjustedValue): string => `${unit} ${kind} ${field}`;

/** All of the chain. */
const allAdjusted = steady((state, now): readonly AdjustedValue[] =>
  spokenPlaces(state, now, () => true).flatMap(({ kind, nodeId: unit }) =>
    adjustedValues(state.snapshot, kind, nodeId(unit), now),
  ),
);

const adjustedFor = (actor: Actor, state: PolicyState, within: string | null, now: number): AdjustedValue[] =>
  allAdjusted(state, now).filter(
    ({ nodeId: unit }) => isWithin(state.tree, unit, within) && may(actor, 'coverage.read', targetAt(state.tree, unit)),
  );

function viewOf(state: PolicyState, row: AdjustedValue): AdjustedValueView {
  const { kind, field, wanted, value, by, source } = row;
  return {
    ...{ id: idOf(row), node: nodeIn(state, row.nodeId), kind, field, wanted, value },
    by: by && nodeIn(state, by),
    source: sourceOf(state, source.assignmentId),
  };
}
