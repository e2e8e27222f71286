import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { acceptPhotos } from './after-sales/photos/photo-body.js';
import { AppModule } from './app.module.js';
import { newId } from './common/ids.js';
import { Config } from './config/config.js';
import { loggedAt } from './config/log-level.js';
import { serveConsole } from './console.js';
import { Database } from './database/database.js';

/** The whole product in one process: API, console, health, metrics. Not yet listening. */
export async function createApp(config: Config, database: Database): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ genReqId: () => newId(), trustProxy: config.trustProxy, bodyLimit: 2_000_000 });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, database), adapter, {
    logger: loggedAt(config.logLevel),
    abortOnError: false,
  });
  await app.register(fastifyCookie);
  acceptPhotos(app.getHttpAdapter().getInstance());
  await serveConsole(app);
  return app;
}
