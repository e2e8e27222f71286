import { FakeSocket } from './socket';

/** What the API refuses with, as it stands in an answer's `errors`. */
export interface RefusalAnswer {
  readonly refused: { readonly code: string } & Record<string, unknown>;
}

export const refused = (code: string, facts: Record<string, unknown> = {}): RefusalAnswer => ({ refused: { code, ...facts } });

export interface SentRequest {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly headers: Record<string, string>;
}

type Answer = object | RefusalAnswer;

/** Answers by operation name: the `data`, a refusal, or a function of the variables. */
export type Answers = Record<string, Answer | ((variables: never) => Answer | Promise<Answer>)>;

function bodyOf(answer: Answer): unknown {
  return 'refused' in answer ? { errors: [{ message: 'refused', extensions: answer.refused }] } : { data: answer };
}

/** Stands in for the network: answers GraphQL operations by their name, and remembers what was sent. */
export function stubApi(answers: Answers): {
  readonly requests: SentRequest[];
  readonly sent: (operation: string) => SentRequest[];
} {
  const requests: SentRequest[] = [];
  globalThis.WebSocket = FakeSocket as unknown as typeof WebSocket;
  globalThis.fetch = async (_url, init) => {
    const { operationName, variables = {} } = JSON.parse(init?.body as string);
    requests.push({ operation: operationName, variables, headers: Object.fromEntries(new Headers(init?.headers).entries()) });
    const answer = answers[operationName];
    if (!answer) throw new Error(`The test gives no answer to ${String(operationName)}`);
    const given = await (typeof answer === 'function' ? answer(variables as never) : answer);
    return new Response(JSON.stringify(bodyOf(given)), { status: 200, headers: { 'content-type': 'application/json' } });
  };
  return { requests, sent: (operation) => requests.filter((request) => request.operation === operation) };
}
