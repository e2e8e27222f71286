import { PATH_METADATA } from '@nestjs/common/constants.js';
import type { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from './permission.js';

/** Keys under which Nest's decorators keep what a method is. */
export const GRAPHQL_ROOT = 'graphql:resolver_type';
const GRAPHQL_NAME = 'graphql:resolver_name';
const HTTP_METHOD = 'method';

export interface Handler {
  /** `Query.people`, `Mutation.signIn`, or `HTTP HealthController.alive`. */
  readonly name: string;
  /** What it declares, itself or by its class. */
  readonly access: Access | undefined;
}

interface Owner {
  readonly name: string;
  readonly prototype: object;
}

function ownersIn(container: ModulesContainer): Owner[] {
  const wrappers = [...container.values()].flatMap(({ providers, controllers }) => [
    ...providers.values(),
    ...controllers.values(),
  ]);
  return wrappers.flatMap(({ metatype }) =>
    typeof metatype === 'function' && 'prototype' in metatype ? [metatype as Owner] : [],
  );
}

function methodsOf(prototype: object): [string, object][] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) => {
    const method: unknown = value;
    return name !== 'constructor' && typeof method === 'function' ? [[name, method]] : [];
  });
}

function nameOf(owner: Owner, methodName: string, method: object): string | null {
  const root: unknown = Reflect.getMetadata(GRAPHQL_ROOT, method);
  if (root === 'Query' || root === 'Mutation' || root === 'Subscription')
    return `${root}.${String(Reflect.getMetadata(GRAPHQL_NAME, method) ?? methodName)}`;
  const isRoute = Reflect.hasMetadata(PATH_METADATA, method) && Reflect.hasMetadata(HTTP_METHOD, method);
  return isRoute ? `HTTP ${owner.name}.${methodName}` : null;
}

/** Every handler the world can reach: GraphQL's root operations and HTTP routes. */
export function handlersOf(container: ModulesContainer): Handler[] {
  const handlers = ownersIn(container).flatMap((owner) =>
    methodsOf(owner.prototype).flatMap(([methodName, method]) => {
      const name = nameOf(owner, methodName, method);
      const access = (Reflect.getMetadata(ACCESS, method) ?? Reflect.getMetadata(ACCESS, owner)) as Access | undefined;
      return name === null ? [] : [{ name, access }];
    }),
  );
  return [...new Map(handlers.map((handler) => [handler.name, handler])).values()];
}
