import { Global, Module } from '@nestjs/common';
import { AuditListService } from './audit-list.service.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditService } from './audit.service.js';

@Global()
@Module({ providers: [AuditService, AuditListService, AuditResolver], exports: [AuditService] })
export class AuditModule {}
