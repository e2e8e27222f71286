import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { BadInput, NotFound } from '../common/errors.js';
import { ChangeSetListService } from '../changes/change-set-list.service.js';
import { ChangeSetService } from '../changes/change-set.service.js';
import type { ChangeOperationInput, ChangeSetView } from '../changes/change-set.types.js';
import { MOST_OPERATIONS } from '../changes/read-operations.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import type { PolicyState } from '../policies/policy-state.js';
import { kindOf } from './job-actions.js';
import type { SelectionDraftInput } from './job.types.js';
import { SelectionService, type SelectionRequest } from './selection.service.js';

/** P5, P10: what a job may not do without an approval, as a change set of the branches that are eligible now. */
@Injectable()
export class SelectionDraft {
  constructor(
    @Inject(SelectionService) private readonly selections: SelectionService,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(ChangeSetService) private readonly sets: ChangeSetService,
    @Inject(ChangeSetListService) private readonly lists: ChangeSetListService,
  ) {}

  /** @throws NotFound, Forbidden, BadInput, NothingSelected, SelectionMoved, WrongVersionStatus */
  async draft(actor: StaffActor, { selection, eligible, title, notes }: SelectionDraftInput): Promise<ChangeSetView> {
    const branches = await this.selections.agreed(actor, selection, eligible);
    if (branches.length > MOST_OPERATIONS)
      throw new BadInput('selection', 'A change set holds fewer branches.', { max: MOST_OPERATIONS });
    const state = await this.engine.current();
    const operations = branches.map((branch) => operationAt(state, selection, branch));
    const id = await this.sets.create(actor, { title, notes, operations });
    const set = await this.lists.get(actor, id);
    if (!set) throw new NotFound('change set', id);
    return set;
  }
}

function operationAt(state: PolicyState, { action, detail, until }: SelectionRequest, nodeId: string): ChangeOperationInput {
  const place = { nodeId, kind: kindOf(state, detail) };
  switch (action) {
    case 'turnOn':
    case 'turnOff':
      return { verb: 'setOwn', ...place, changes: { enabled: { set: action === 'turnOn' } } };
    case 'assign':
      return { verb: 'assign', ...place, versionId: detail?.versionId ?? null };
    case 'exempt':
      return { verb: 'exempt', ...place, ancestorId: detail?.ancestorId, fields: [...(detail?.fields ?? [])], to: until };
    case 'suspend':
      throw new BadInput('selection.action', 'A suspension acts at once and is looked at after.', {
        oneOf: ['turnOn', 'turnOff', 'assign', 'exempt'],
      });
  }
}
