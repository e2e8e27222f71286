interface GraphqlAnswer<T> {
  data: T | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** What the API refused, with its stable code. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly extensions: Record<string, unknown>,
  ) {
    super(`${code}: ${message}`);
  }
}

/** One caller of the API: a person by his session's cookie, or a buyer by the token of his link. */
export class Client {
  private cookie: string | null = null;
  /** Asked for with each request, as the console does after a change; null: nothing is. */
  minEpoch: number | null = null;

  constructor(
    private readonly url: string,
    private readonly token: string | null = null,
  ) {}

  static async signedIn(url: string, email: string, password: string): Promise<Client> {
    const client = new Client(url);
    await client.ask('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }', {
      email,
      password,
    });
    return client;
  }

  async ask<T = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: this.headers(),
      body: JSON.stringify({ query, variables }),
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((it) => it.split(';')[0])
      .join('; ');
    if (cookie !== '') this.cookie = cookie;
    const { data, errors } = (await answer.json()) as GraphqlAnswer<T>;
    const first = errors?.[0];
    if (first !== undefined) throw new Refused(String(first.extensions?.['code']), first.message, first.extensions ?? {});
    if (data === null) throw new Error('an answer without data');
    return data;
  }

  async get(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: this.headers() });
  }

  private headers(): Record<string, string> {
    return {
      'content-type': 'application/json',
      'x-headwater-csrf': '1',
      ...(this.cookie !== null && { cookie: this.cookie }),
      ...(this.minEpoch !== null && { 'x-min-epoch': String(this.minEpoch) }),
      ...(this.token !== null && { authorization: `Buyer ${this.token}` }),
    };
  }
}
