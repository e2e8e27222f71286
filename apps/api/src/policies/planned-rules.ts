import type { KindKey } from '@headwater/policy';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { Spoken } from './clashes.js';
import type { ClashingSetView } from './coverage.types.js';
import type { PolicyState } from './policy-state.js';

/** What a change set that waits for its date will say at a unit. */
export interface PlannedRule extends Spoken {
  readonly kind: KindKey;
  readonly nodeId: string;
  readonly changeSet: ClashingSetView;
}

/** What waits, as far as the viewer may see it. */
type RuleSource = (actor: Actor, state: PolicyState) => Promise<PlannedRule[]>;

/** P7: what is planned for the rules without being a fact, told by whoever plans it. */
@Injectable()
export class PlannedRules {
  private readonly sources: RuleSource[] = [];

  add(source: RuleSource): void {
    this.sources.push(source);
  }

  async of(actor: Actor, state: PolicyState): Promise<PlannedRule[]> {
    return (await Promise.all(this.sources.map((source) => source(actor, state)))).flat();
  }
}
