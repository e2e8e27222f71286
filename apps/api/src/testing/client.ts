import request from 'supertest';
import { CSRF_HEADER } from '../auth/actor.guard.js';
import { PASSWORD } from './people.js';
import type { TestApp } from './test-app.js';

/** What came as JSON: each test knows its shape, and a wrong one fails it. */
export type Loose = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly data: Loose;
  /** Code of the first error, null where there is none. */
  readonly code: string | null;
  readonly errors: readonly { message: string; extensions: Record<string, Loose> }[];
}

/** A browser, or another program: remembers cookies, adds what the console adds. */
export class Client {
  private cookies = new Map<string, string>();
  headers: Record<string, string> = { [CSRF_HEADER]: '1' };
  /** `Set-Cookie` of the last answer. */
  lastSetCookie: readonly string[] = [];

  constructor(private readonly it: TestApp) {}

  async graphql(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await request(this.it.app.getHttpServer())
      .post('/graphql')
      .set({ ...this.headers, ...this.cookieHeader() })
      .send({ query, variables });
    this.keepCookies(response.headers['set-cookie']);
    const errors = response.body.errors ?? [];
    return { status: response.status, data: response.body.data, errors, code: errors[0]?.extensions?.code ?? null };
  }

  async get(path: string): Promise<request.Response> {
    const response = await request(this.it.app.getHttpServer())
      .get(path)
      .set({ ...this.headers, ...this.cookieHeader() });
    this.keepCookies(response.headers['set-cookie']);
    return response;
  }

  /** Bytes as the body of a request. */
  async send(path: string, body: Buffer, type: string): Promise<request.Response> {
    return request(this.it.app.getHttpServer())
      .post(path)
      .set({ ...this.headers, ...this.cookieHeader(), 'content-type': type })
      .send(body);
  }

  /** The cookie this client would send. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  useCookie(cookie: string): void {
    const [name = '', value = ''] = cookie.split('=');
    this.cookies = new Map([[name, value]]);
  }

  private cookieHeader(): Record<string, string> {
    return this.cookies.size > 0 ? { cookie: this.cookie } : {};
  }

  private keepCookies(header: unknown): void {
    this.lastSetCookie = Array.isArray(header) ? (header as string[]) : [];
    for (const line of this.lastSetCookie) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id name permissions } }`;

/** A client that is signed in as this person. */
export async function signedIn(it: TestApp, email: string, password = PASSWORD): Promise<Client> {
  const client = new Client(it);
  const { code } = await client.graphql(SIGN_IN, { email, password });
  if (code !== null) throw new Error(`sign-in of ${email} failed: ${code}`);
  return client;
}
