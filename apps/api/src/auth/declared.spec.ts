import { PERMISSIONS } from '@headwater/access';
import { Controller, Get, Module } from '@nestjs/common';
import { ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { createTestApp, createTestDatabase, type TestApp } from '../testing/test-app.js';
import { ActorGuard } from './actor.guard.js';
import { handlersOf } from './handlers.js';

/** What may be called without being anybody. A new line here is a decision. */
const publicHandlers = [
  'HTTP HealthController.alive',
  'HTTP HealthController.metrics',
  'HTTP HealthController.ready',
  'Mutation.acceptInvitation',
  'Mutation.signIn',
  'Query.invitation',
  'Query.setup',
  'Query.viewer',
];

describe('every handler', () => {
  let it_: TestApp;
  beforeAll(async () => {
    it_ = await createTestApp();
  });
  afterAll(() => it_.close());

  const handlers = () => handlersOf(it_.app.get(ModulesContainer));

  it('declares who may call it', () => {
    expect(handlers().filter(({ access }) => !access)).toEqual([]);
  });

  it('of the schema is among those looked at', () => {
    const { schema } = it_.app.get(GraphQLSchemaHost);
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name ?? ''}.${field}`),
    );
    const found = new Set(handlers().map(({ name }) => name));
    expect(fields.length).toBeGreaterThan(10);
    expect(fields.filter((field) => !found.has(field))).toEqual([]);
    expect(fields).toContain('Subscription.caseChanged');
  });

  it('names permissions that exist', () => {
    for (const { access } of handlers())
      if (access?.kind === 'requires') expect(PERMISSIONS).toEqual(expect.arrayContaining([...access.permissions]));
  });

  it('that is open to everybody is on this short list', () => {
    const open = handlers().filter(({ access }) => access?.kind === 'public');
    expect(open.map(({ name }) => name).sort()).toEqual(publicHandlers);
  });
});

@Controller()
class Forgetful {
  @Get('forgotten')
  answer(): string {
    return 'secret';
  }
}

describe('a handler that declares nothing', () => {
  it('keeps the product from starting', async () => {
    const { config, database, close } = await createTestDatabase('sqlite');
    @Module({ imports: [AppModule.with(config, database)], controllers: [Forgetful] })
    class WithForgetful {}
    const app = await NestFactory.create(WithForgetful, new FastifyAdapter(), { logger: [] });
    await expect(app.init()).rejects.toThrow('HTTP Forgetful.answer declares neither');
    await close();
  });

  it('is refused to everybody, should it ever be reached', async () => {
    const guard = new ActorGuard(new Reflector(), {} as never, {} as never);
    const context = { getHandler: () => Forgetful.prototype.answer, getClass: () => Forgetful };
    await expect(guard.canActivate(context as never)).rejects.toThrow('Forgetful.answer declares neither');
  });
});
