import type { TreeProblem } from '@headwater/org-tree';
import { DomainError } from '../common/errors.js';

/** A unit to blame, by the name people know. */
export interface Blamed {
  readonly id: string;
  readonly name: string;
}

/** How people and clients call what the tree refuses. */
export const problemCode = ({ code }: Pick<TreeProblem, 'code'>): string =>
  code === 'HAS_ACTIVE_CHILDREN' ? 'ACTIVE_CHILDREN' : code;

const sentences: Readonly<Record<TreeProblem['code'], string>> = {
  UNKNOWN_NODE: 'There is no such unit.',
  UNKNOWN_PARENT: 'There is no such unit to stand under.',
  ROOT_IS_FIXED: 'HQ stays where it is.',
  CYCLE: 'A unit cannot stand below itself.',
  PARENT_ARCHIVED: 'The unit above is archived.',
  TYPE_NOT_ALLOWED: 'A unit of this type cannot stand here.',
  TOO_DEEP: 'There are at most eight levels under HQ.',
  ALREADY_ARCHIVED: 'This unit is archived already.',
  NOT_ARCHIVED: 'This unit is not archived.',
  HAS_ACTIVE_CHILDREN: 'There are units below that are not archived.',
};

const fields: Partial<Record<TreeProblem['code'], string>> = {
  UNKNOWN_PARENT: 'parentId',
  CYCLE: 'parentId',
  PARENT_ARCHIVED: 'parentId',
  TYPE_NOT_ALLOWED: 'parentId',
  TOO_DEEP: 'parentId',
};

export const problemField = ({ code }: Pick<TreeProblem, 'code'>): string | undefined => fields[code];

/** The organization does not allow this: a cycle, a type that may not stand there, too deep, active units below. */
export class TreeRefused extends DomainError {
  constructor(problem: TreeProblem, units: readonly Blamed[]) {
    super(problemCode(problem), sentences[problem.code], {
      ...(fields[problem.code] !== undefined && { field: fields[problem.code] }),
      ...(problem.allowed !== undefined && { allowed: problem.allowed }),
      details: { units, count: problem.nodeIds.length },
    });
  }
}

export class CodeTaken extends DomainError {
  constructor(code: string) {
    super('CODE_TAKEN', `Another unit has the code ${code}.`, { field: 'code', allowed: 'a code no other unit has' });
  }
}

/** The store has buyers who may still come: somebody has to answer them. */
export class SuccessorRequired extends DomainError {
  constructor(openCases: number, orders: number) {
    super('SUCCESSOR_REQUIRED', 'Name the store that takes over its open cases and the returns of its orders.', {
      field: 'successorId',
      allowed: 'a store that is not archived',
      details: { openCases, orders },
    });
  }
}

/** One transaction takes no more units out of service. */
export class TooManyAlong extends DomainError {
  constructor(count: number, max: number) {
    super('TOO_MANY_ALONG', `At most ${String(max)} units go along: archive the parts one after the other.`, {
      ...{ field: 'along', allowed: { max }, details: { count } },
    });
  }
}

export class SuccessorUnfit extends DomainError {
  constructor() {
    super('SUCCESSOR_UNFIT', 'The successor is another store that is not archived.', {
      field: 'successorId',
      allowed: 'another store that is not archived',
    });
  }
}
