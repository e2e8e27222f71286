import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import { setServerTime } from '../shared/clock';
import { ApiError, fromGraphQL } from './apiError';

/** A typed document, as {@link graphql} makes it. */
export type Document<Result, Variables> = TadaDocumentNode<Result, Variables>;

/** Variables may be left out where the document has none. */
export type VariableArgs<Variables> = Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

interface Answer {
  data?: unknown;
  errors?: { message?: unknown; extensions?: unknown }[];
}

/** A custom header makes browsers ask first, so another site cannot send a request with the session's cookie. */
const headers = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
  'x-headwater-csrf': '1',
};

/**
 * The epoch that holds the last change made here, null before the first. Whichever of the API's processes is asked next, it must not
 * answer from an older one.
 */
let changedAt: string | null = null;

/** When the latest answer was given; answers may come in another order than they were given. */
let answeredAt = '';

function tellTime(time: string): void {
  if (time > answeredAt) setServerTime((answeredAt = time));
}

const texts = new WeakMap<object, { query: string; operationName: string | undefined }>();

/** The document's text and its operation's name; printed once per document. */
export function printed(document: Document<unknown, never>): { query: string; operationName: string | undefined } {
  let text = texts.get(document);
  if (!text) {
    const operation = document.definitions.find((definition) => 'operation' in definition);
    const operationName = operation && 'name' in operation ? operation.name?.value : undefined;
    texts.set(document, (text = { query: print(document), operationName }));
  }
  return text;
}

async function send(body: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    const told = changedAt === null ? headers : { ...headers, 'x-min-epoch': changedAt };
    return await fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers: told, body, signal: signal ?? null });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('', { code: 'NETWORK' }, { cause });
  }
}

async function read(response: Response): Promise<Answer> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  changedAt = response.headers.get('x-epoch') ?? changedAt;
  tellTime(response.headers.get('x-server-time') ?? '');
  let answer: Answer;
  try {
    answer = (await response.json()) as Answer;
  } catch (cause) {
    throw new ApiError('', { code: response.status >= 502 ? 'UNAVAILABLE' : 'INTERNAL', requestId }, { cause });
  }
  const [error] = answer.errors ?? [];
  if (error) throw fromGraphQL(error, requestId);
  if (response.status === 401) throw new ApiError('', { code: 'UNAUTHENTICATED', requestId });
  if (!answer.data) throw new ApiError('', { code: 'INTERNAL', requestId });
  return answer;
}

/** As {@link request}, and can be cancelled. */
export async function requestWith<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables | undefined,
  signal?: AbortSignal,
): Promise<Result> {
  const { query, operationName } = printed(document);
  const answer = await read(await send(JSON.stringify({ query, operationName, variables }), signal));
  return answer.data as Result;
}

/**
 * Asks the API. Resolves to the document's data; rejects with an {@link ApiError} when the API refuses (`code` is the API's), when there is no
 * connection (`NETWORK`), or when the answer is none (`UNAVAILABLE`, `INTERNAL`).
 */
export function request<Result, Variables>(
  document: Document<Result, Variables>,
  ...[variables]: VariableArgs<Variables>
): Promise<Result> {
  return requestWith(document, variables);
}
