import { getOperationAST, GraphQLError, parse, type DocumentNode } from 'graphql';

/** What one page may hold open, and one person in all his tabs, at each process. */
const MAX_SUBSCRIPTIONS = 10;
export const MAX_CONNECTIONS = 20;
/** Bytes of a message, tokens of its text. */
export const MAX_MESSAGE = 16_384;
const MAX_TOKENS = 200;

export const parseShort = (text: Parameters<typeof parse>[0]): DocumentNode => parse(text, { maxLexicalTokens: MAX_TOKENS });

function operationOf(query: string, name: string | null | undefined): string | null {
  try {
    return getOperationAST(parseShort(query), name)?.operation ?? null;
  } catch {
    return null;
  }
}

const refused = (message: string) => [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })];

/** Why an operation may not be begun on a connection that holds so many already; null: it may. Queries and mutations go by HTTP. */
export function whyNot(
  { query, operationName }: { query: string; operationName?: string | null | undefined },
  open: number,
): readonly GraphQLError[] | null {
  if (operationOf(query, operationName) !== 'subscription') return refused('Only a subscription goes by this connection.');
  return open > MAX_SUBSCRIPTIONS ? refused(`At most ${String(MAX_SUBSCRIPTIONS)} subscriptions a connection.`) : null;
}
