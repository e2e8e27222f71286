import { serverNow } from '../shared/clock';
import { refused, stubApi } from '../testing/api';
import { isApiError, type ApiError } from './apiError';
import { graphql } from './graphql';
import { request } from './request';

const document = graphql(`
  query Unit($id: ID!) {
    orgNode(id: $id) {
      name
    }
  }
`);

async function failure(): Promise<ApiError> {
  const error: unknown = await request(document, { id: 'east' }).catch((cause: unknown) => cause);
  if (!isApiError(error)) throw new Error('expected an ApiError');
  return error;
}

const answerWith = (response: () => Response) => {
  globalThis.fetch = async () => response();
};

describe('a request', () => {
  it('sends the named operation with its variables and the mark against forgery', async () => {
    const api = stubApi({ Unit: { orgNode: { name: '华东' } } });
    await expect(request(document, { id: 'east' })).resolves.toEqual({ orgNode: { name: '华东' } });
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]).toMatchObject({ operation: 'Unit', variables: { id: 'east' }, headers: { 'x-headwater-csrf': '1' } });
  });

  it('that is refused says the code, the limit, who set it and the request’s id', async () => {
    stubApi({
      Unit: refused('BAD_INPUT', { field: 'id', allowed: ['a'], setBy: '总部', requestId: '01JD', details: { what: 'unit' } }),
    });
    expect(await failure()).toMatchObject({
      code: 'BAD_INPUT',
      field: 'id',
      allowed: ['a'],
      setBy: '总部',
      requestId: '01JD',
      details: { what: 'unit' },
      signedOut: false,
    });
  });

  it('without a session is signed out, whether GraphQL or HTTP says so', async () => {
    stubApi({ Unit: refused('UNAUTHENTICATED') });
    expect((await failure()).signedOut).toBe(true);
    answerWith(() => new Response('{}', { status: 401 }));
    expect((await failure()).signedOut).toBe(true);
  });

  it('that reaches nobody may be tried again', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await failure()).toMatchObject({ code: 'NETWORK', passing: true });
    answerWith(() => new Response('<html>Bad gateway</html>', { status: 502 }));
    expect(await failure()).toMatchObject({ code: 'UNAVAILABLE', passing: true });
  });

  it('after a change asks for nothing older than that, and waits for whoever has yet to hear of it', async () => {
    const sent: (string | null)[] = [];
    const epochs = [null, '7', null, null];
    globalThis.fetch = async (_url, init) => {
      sent.push(new Headers(init?.headers).get('x-min-epoch'));
      const epoch = epochs[sent.length - 1];
      const told = { data: { orgNode: null } };
      return new Response(JSON.stringify(told), { headers: epoch == null ? {} : { 'x-epoch': epoch } });
    };
    while (sent.length < epochs.length) await request(document, { id: 'east' });
    expect(sent).toEqual([null, null, '7', '7']);
    stubApi({ Unit: refused('EPOCH_AHEAD') });
    expect((await failure()).passing).toBe(true);
  });

  it('sets the clock by the answer given last, whichever comes last', async () => {
    const hours = (count: number) => new Date(Date.UTC(2099, 0, 1, count)).toISOString();
    for (const time of [hours(1), hours(3), hours(2)]) {
      answerWith(() => new Response('{"data":{"orgNode":null}}', { headers: { 'x-server-time': time } }));
      await request(document, { id: 'east' });
    }
    expect(serverNow()).toBeGreaterThanOrEqual(Date.parse(hours(3)));
  });

  it('that gets nonsense is our failure, and keeps the request’s id', async () => {
    answerWith(() => new Response('oops', { status: 500, headers: { 'x-request-id': '01JD' } }));
    expect(await failure()).toMatchObject({ code: 'INTERNAL', passing: false, requestId: '01JD' });
    answerWith(() => new Response('{}', { status: 200 }));
    expect(await failure()).toMatchObject({ code: 'INTERNAL' });
  });
});
