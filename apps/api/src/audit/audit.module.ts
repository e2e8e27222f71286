import { Global, Module } from '@nestjs/common';
import { AuditExportController } from './audit-export.controller.js';
import { AuditExportService } from './audit-export.service.js';
import { AuditListService } from './audit-list.service.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditService } from './audit.service.js';

@Global()
@Module({
  controllers: [AuditExportController],
  providers: [AuditService, AuditListService, AuditExportService, AuditResolver],
  exports: [AuditService],
})
export class AuditModule {}
