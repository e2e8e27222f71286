import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../gql/graphql-env.d.ts';

/** What the schema's scalars look like in JSON. Values of `JSON` keep the shape that the schema's comment states. */
export interface Scalars {
  ID: string;
  /** ISO 8601, UTC. */
  Instant: string;
  /** Whole fen. */
  Fen: number;
  JSON: unknown;
}

/** Typed GraphQL documents: unknown fields and wrong variables are compile errors. Fragments are read as plain data. */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: Scalars; disableMasking: true }>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
