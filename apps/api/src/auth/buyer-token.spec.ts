import { newId } from '../common/ids.js';
import { Client } from '../testing/client.js';
import { plantUnits, smallChain } from '../testing/organization.js';
import { createTestApp, createTestDatabase, enginesHere, type TestApp } from '../testing/test-app.js';
import { BuyerLink } from './buyer-link.entity.js';
import { buyerLinkEnd, BuyerTokenService } from './buyer-token.service.js';
import { SigningSecret } from './secret.service.js';

const DAY = 86_400_000;

describe.each(enginesHere())("a buyer's token on %s", (engine) => {
  let it_: TestApp;
  let tokens: BuyerTokenService;
  const orderId = newId();

  beforeAll(async () => {
    it_ = await createTestApp(engine);
    await plantUnits(it_.database, smallChain);
    tokens = it_.app.get(BuyerTokenService);
  });
  afterAll(() => it_.close());

  async function link(): Promise<BuyerLink> {
    const now = it_.clock.now();
    const made = { id: newId(), orderId, createdAt: now, expiresAt: buyerLinkEnd(now), revokedAt: null, createdBy: null };
    await it_.database.inTransaction((tx) => tx.insert(BuyerLink, made));
    return made;
  }

  it('speaks for its one order', async () => {
    const made = await link();
    const token = await tokens.sign(made);
    expect(token).toMatch(/^[\w.-]+$/);
    expect(await tokens.actorOf(token)).toEqual({ kind: 'buyer', orderId, linkId: made.id });
  });

  it('is of no use after 30 days', async () => {
    const now = it_.clock.now();
    const token = await tokens.sign(await link());
    it_.clock.set(now + 30 * DAY - 60_000);
    expect(await tokens.actorOf(token)).not.toBeNull();
    it_.clock.set(now + 30 * DAY + 1000);
    expect(await tokens.actorOf(token)).toBeNull();
    it_.clock.set(now);
  });

  it('is of no use once its link is revoked or gone', async () => {
    const made = await link();
    const token = await tokens.sign(made);
    await it_.database.inTransaction((tx) => tx.update(BuyerLink, made.id, { revokedAt: it_.clock.now() }));
    expect(await tokens.actorOf(token)).toBeNull();
    expect(await tokens.actorOf(await tokens.sign({ id: newId(), expiresAt: made.expiresAt }))).toBeNull();
  });

  it('is refused when any part of it was changed', async () => {
    const token = await tokens.sign(await link());
    const [id = '', expiry = '', mac = ''] = token.split('.');
    const later = (Number.parseInt(expiry, 36) + 1).toString(36);
    const forged = [
      `${id}.${later}.${mac}`,
      `${newId()}.${expiry}.${mac}`,
      `${id}.${expiry}.${mac.slice(1)}`,
      `${id}.${expiry}.`,
    ];
    for (const text of [...forged, `${token}.x`, '', '..', 'nonsense']) expect(await tokens.actorOf(text)).toBeNull();
  });

  it('opens nothing that is for staff', async () => {
    const client = new Client(it_);
    client.headers = { authorization: `Buyer ${await tokens.sign(await link())}` };
    expect((await client.graphql('{ people { total } }')).code).toBe('FORBIDDEN');
    expect((await client.graphql('{ mySessions { id } }')).code).toBe('UNAUTHENTICATED');
    expect((await client.graphql('{ viewer { id } }')).data.viewer).toBeNull();
    client.headers = { authorization: 'Buyer forged' };
    expect((await client.graphql('{ people { total } }')).code).toBe('UNAUTHENTICATED');
  });
});

describe('the signing secret', () => {
  it('is made once and shared through the database where the environment gives none', async () => {
    const it_ = await createTestDatabase('sqlite', { HEADWATER_SECRET: '' });
    expect(it_.config.secret).toBeNull();
    const instances = Array.from({ length: 5 }, () => new SigningSecret(it_.config, it_.database));
    const secrets = await Promise.all(instances.map((instance) => instance.get()));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]?.length).toBeGreaterThanOrEqual(32);
    expect(await new SigningSecret(it_.config, it_.database).get()).toBe(secrets[0]);
    await it_.close();
  });

  it('is the one of the environment where there is one', async () => {
    const it_ = await createTestDatabase('sqlite', { HEADWATER_SECRET: 'chosen by who runs it, long enough' });
    expect(await new SigningSecret(it_.config, it_.database).get()).toBe('chosen by who runs it, long enough');
    await it_.close();
  });
});
