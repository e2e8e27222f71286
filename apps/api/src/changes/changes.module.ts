import { Module } from '@nestjs/common';
import { AssignmentApprovalResolver, ExemptionApprovalResolver, SourceApprovalResolver } from './approval-of.resolver.js';
import { ApprovalOfService } from './approval-of.service.js';
import { ApplyService } from './apply.service.js';
import { CancelService } from './cancel.service.js';
import { CarryOutService } from './carry-out.service.js';
import { ChangeSetListService } from './change-set-list.service.js';
import { ChangeSetResolver } from './change-set.resolver.js';
import { ChangeSetService } from './change-set.service.js';
import { DueChanges } from './due-changes.service.js';
import { PlannedChanges } from './planned-changes.service.js';
import { ScheduledSets } from './scheduled-sets.service.js';

/** Change sets: edits of the rules that are looked at, approved and carried out together (P10). */
@Module({
  providers: [
    ChangeSetService,
    ApplyService,
    CancelService,
    CarryOutService,
    DueChanges,
    ScheduledSets,
    PlannedChanges,
    ChangeSetListService,
    ChangeSetResolver,
    ApprovalOfService,
    SourceApprovalResolver,
    AssignmentApprovalResolver,
    ExemptionApprovalResolver,
  ],
  exports: [ChangeSetService, ApplyService, ChangeSetListService],
})
export class ChangesModule {}
