import type { Permission } from '@headwater/access';
import type { KindKey } from '@headwater/policy';
import { BadInput } from '../common/errors.js';
import type { PolicyState } from '../policies/policy-state.js';
import { BulkVerbEnum, lifecycleVerb, type BulkVerb } from '../after-sales/bulk/bulk-verbs.js';
import { permissionFor } from '../after-sales/doer.js';
import type { BranchAction, Job, JobDetail } from './job.entity.js';

/** The kind that free returns are turned on and off in. */
export const COVERAGE = 'returnShippingSubsidy' as const;

/** What somebody has to hold at a branch to do it there. */
export const permissionAt: Readonly<Record<BranchAction, Permission>> = {
  turnOn: 'coverage.turnOn',
  turnOff: 'coverage.turnOff',
  suspend: 'coverage.suspend',
  assign: 'rules.assign',
  exempt: 'exemption.grant',
};

/** The step of a job of cases, and the words that all of them get. */
export function stepOf({ detail }: Pick<Job, 'detail'>): { verb: BulkVerb; text: string } {
  if (detail?.verb === undefined) throw new Error('a job of cases without a step');
  return { verb: detail.verb, text: detail.text ?? '' };
}

const permissionOfStep = (verb: BulkVerb): Permission => {
  const permission = permissionFor(lifecycleVerb(verb));
  if (permission === null) throw new Error(`${verb} is nobody’s`);
  return permission;
};

/** What somebody has to hold where the job works. */
export const permissionOf = (job: Pick<Job, 'action' | 'detail'>): Permission =>
  job.action === 'cases' ? permissionOfStep(stepOf(job).verb) : permissionAt[job.action];

/** What lets somebody look at the jobs of others. */
export const overseeing = ({ action }: Pick<Job, 'action'>): Permission => (action === 'cases' ? 'case.read' : 'coverage.read');

/** What actions on branches, and steps on cases, ask for: which of them, the action decides. */
export const branchPermissions = Object.values(permissionAt) as [Permission, ...Permission[]];
export const casePermissions = Object.values(BulkVerbEnum).map(permissionOfStep) as [Permission, ...Permission[]];

/** What the action needs to know, and nothing else. @throws BadInput */
export function readDetail(action: BranchAction, given: JobDetail | null | undefined, until: number | null): JobDetail | null {
  if (action === 'assign') return { versionId: needed('versionId', given?.versionId) };
  if (action !== 'exempt') return null;
  needed('until', until);
  return {
    kind: needed('detail.kind', given?.kind),
    fields: needed('detail.fields', given?.fields),
    ancestorId: needed('detail.ancestorId', given?.ancestorId),
  };
}

/** The kind of rules that an action on branches changes. */
export const kindOf = ({ book }: PolicyState, detail: JobDetail | null | undefined): KindKey =>
  detail?.kind ?? book.versions.get(detail?.versionId ?? '')?.kind ?? COVERAGE;

/** What a job does, as it is shown: the kind of rules, or the step. */
export const aboutOf = (state: PolicyState, job: Pick<Job, 'action' | 'detail'>) =>
  job.action === 'cases' ? { kind: null, step: stepOf(job).verb } : { kind: kindOf(state, job.detail), step: null };

function needed<T>(field: string, value: T | null | undefined): T {
  if (value == null) throw new BadInput(field, 'This has to be given.', 'a value');
  return value;
}
