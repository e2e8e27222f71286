import type { DataProvider } from 'ra-core';

/** What one resource can do for react-admin's forms and lists; a page folder gives only what its components use. */
export type ResourceHandlers = Partial<Omit<DataProvider, 'supportAbortSignal'>>;

const methods = [
  'getList',
  'getOne',
  'getMany',
  'getManyReference',
  'create',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
] as const satisfies readonly (keyof DataProvider)[];

type Call = (resource: string, params: unknown) => Promise<unknown>;

/** Puts the page folders' handlers together; a resource or a method that nobody registered is a mistake of ours and fails as one. */
export function createDataProvider(resources: Readonly<Record<string, ResourceHandlers>>): DataProvider {
  const callOf = (method: string): Call => {
    return (resource, params) => {
      const handler = resources[resource]?.[method] as Call | undefined;
      if (!handler) return Promise.reject(new Error(`No page registered ${method} for ${resource}`));
      return handler(resource, params);
    };
  };
  return Object.fromEntries(methods.map((method) => [method, callOf(method)])) as unknown as DataProvider;
}
