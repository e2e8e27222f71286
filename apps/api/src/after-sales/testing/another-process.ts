import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../common/clock.js';
import { createApp } from '../../create-app.js';
import { openDatabase } from '../../database/open.js';
import { entities } from '../../entities.js';
import type { TestApp } from '../../testing/test-app.js';

/** The product started once more over the same database, as a second instance or after a restart; it has seen no request yet. */
export async function anotherProcess({ config, clock }: TestApp): Promise<NestFastifyApplication> {
  const app = await createApp(config, await openDatabase(config, entities));
  app.get(Clock, { strict: false }).set(clock.now());
  return app;
}
