import { Global, Module } from '@nestjs/common';
import { EpochHeaderPlugin } from './epoch-header.plugin.js';
import { OrgNodePlaceResolver } from './org-node-place.resolver.js';
import { TreeService } from './tree.service.js';

/** The organization as everybody's background: names, paths and ancestors without a query. */
@Global()
@Module({ providers: [TreeService, EpochHeaderPlugin, OrgNodePlaceResolver], exports: [TreeService] })
export class TreeModule {}
