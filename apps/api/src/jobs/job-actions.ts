import type { Permission } from '@headwater/access';
import type { KindKey } from '@headwater/policy';
import { BadInput } from '../common/errors.js';
import type { PolicyState } from '../policies/policy-state.js';
import type { JobAction, JobDetail } from './job.entity.js';

/** The kind that free returns are turned on and off in. */
export const COVERAGE = 'returnShippingSubsidy' as const;

/** What somebody has to hold at a branch to do it there. */
export const permissionOf: Readonly<Record<JobAction, Permission>> = {
  turnOn: 'coverage.turnOn',
  turnOff: 'coverage.turnOff',
  suspend: 'coverage.suspend',
  assign: 'rules.assign',
  exempt: 'exemption.grant',
};

/** What the action needs to know, and nothing else. @throws BadInput */
export function readDetail(action: JobAction, given: JobDetail | null | undefined, until: number | null): JobDetail | null {
  if (action === 'assign') return { versionId: needed('versionId', given?.versionId) };
  if (action !== 'exempt') return null;
  needed('until', until);
  return {
    kind: needed('detail.kind', given?.kind),
    fields: needed('detail.fields', given?.fields),
    ancestorId: needed('detail.ancestorId', given?.ancestorId),
  };
}

/** The kind of rules that an action changes. */
export const kindOf = ({ book }: PolicyState, detail: JobDetail | null | undefined): KindKey =>
  detail?.kind ?? book.versions.get(detail?.versionId ?? '')?.kind ?? COVERAGE;

function needed<T>(field: string, value: T | null | undefined): T {
  if (value == null) throw new BadInput(field, 'This has to be given.', 'a value');
  return value;
}
