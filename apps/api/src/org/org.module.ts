import { Module } from '@nestjs/common';
import { MoveChecks } from './move-checks.js';
import { OrgActionsResolver } from './org-actions.resolver.js';
import { OrgImpactService } from './org-impact.service.js';
import { OrgListService } from './org-list.service.js';
import { OrgResolver } from './org.resolver.js';
import { OrgWriteService } from './org-write.service.js';
import { UsageService } from './usage.service.js';

/** O1, O2: the organization people see and change. */
@Module({
  providers: [OrgResolver, OrgActionsResolver, OrgListService, OrgImpactService, OrgWriteService, UsageService, MoveChecks],
  exports: [MoveChecks],
})
export class OrgModule {}
