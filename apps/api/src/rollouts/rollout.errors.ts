import { DomainError } from '../common/errors.js';

/** A unit's rules of a kind are brought out in one rollout at a time. */
export class RolloutRunning extends DomainError {
  constructor(id: string) {
    super('ROLLOUT_RUNNING', 'Another rollout of this kind is under way at this unit.', { details: { id } });
  }
}

/** Paused by somebody: it goes on when it is resumed. */
export class RolloutPaused extends DomainError {
  constructor(id: string) {
    super('ROLLOUT_PAUSED', 'This rollout is paused: resume it first.', { details: { id } });
  }
}

/** The step is not one from the rollout's present status. */
export class WrongRolloutStatus extends DomainError {
  constructor(status: string, allowed: readonly string[]) {
    super('WRONG_STATUS', `The rollout is ${status}.`, { field: 'status', allowed, details: { status } });
  }
}

/** The next cohort holds the one before and more. */
export class CohortNotLarger extends DomainError {
  constructor(branches: number, bps: number | null) {
    const allowed = bps === null ? { branches: { min: branches + 1 } } : { bps: { min: bps + 1 } };
    super('COHORT_NOT_LARGER', 'The next step has to reach more branches than this one.', { field: 'cohort', allowed });
  }
}

/** Nobody is in it: no unit was picked, none has a branch, or the share is too small for so few stores. */
export class EmptyCohort extends DomainError {
  constructor() {
    super('EMPTY_COHORT', 'No branch would be in the pilot.', { field: 'cohort' });
  }
}

/** A unit that is not at or below the one of the rollout. */
export class CohortOutside extends DomainError {
  constructor(units: readonly string[]) {
    super('COHORT_OUTSIDE', 'A picked unit does not stand below the unit of the rollout.', {
      field: 'cohort',
      details: { units },
    });
  }
}

/** More roots than the one row of a step holds, or more picked by hand than an answer names. */
export class CohortTooLarge extends DomainError {
  constructor(roots: number, max: number) {
    super('COHORT_TOO_LARGE', `A pilot names up to ${String(max)} units; pick regions or malls instead.`, {
      ...{ field: 'cohort', allowed: { max }, details: { roots } },
    });
  }
}
