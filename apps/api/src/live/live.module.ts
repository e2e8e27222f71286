import { Module } from '@nestjs/common';
import { LiveConnections } from './live-connections.service.js';
import { LiveServer } from './live-server.service.js';

/** GraphQL's subscriptions: what a page is told without asking. */
@Module({ providers: [LiveConnections, LiveServer] })
export class LiveModule {}
