import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Loose } from '../../testing/client.js';
import { Client, signedIn } from '../../testing/client.js';
import { enginesHere } from '../../testing/test-app.js';
import { counterOf } from '../testing/counter.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, photographs, picture, refuses, seen, type Caller } from '../testing/desk.js';
import { cleanPhoto } from './clean/clean-photo.js';
import { PhotoUploads } from './photo-uploads.service.js';

describe.each(enginesHere())('photos of goods and parcels on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());
  const { toApplied, toShipped, buyer, clerk } = counterOf(() => desk);

  const add = (client: Caller, caseId: string, body = picture(), kind = 'goods', type = 'image/png') =>
    client.send(`/photos/cases/${caseId}?kind=${kind}`, body, type);
  const files = () => {
    const root = join(desk.it.config.dataDir, 'photos');
    return readdirSync(root).flatMap((folder) => readdirSync(join(root, folder)));
  };
  const wait = async (client: Caller, orderId: string): Promise<string> => {
    const { status, body } = await client.send(`/photos/orders/${orderId}`, picture(), 'image/png');
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };

  it('are kept with their case, told as an event, and given to who may read it', async () => {
    const { id } = await toApplied();
    const { status, body } = await add(await buyer(), id);
    expect([status, body]).toMatchObject([
      201,
      { kind: 'goods', takenBy: 'buyer', mimeType: 'image/png', path: `/photos/${body.id}` },
    ]);
    const it = await caseNow(clerk(), id);
    expect(it).toMatchObject({ version: 1, photos: [{ id: body.id, eventSeq: null }] });
    const sha256 = createHash('sha256').update(picture()).digest('hex');
    expect(it.events.at(-1)).toMatchObject({
      verb: 'addPhoto',
      actorKind: 'buyer',
      data: { photo: body.id, kind: 'goods', sha256 },
    });
    const file = await clerk().get(body.path);
    expect(file.body).toEqual(picture());
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=3600',
    });
  });

  it('look like none to everybody else', async () => {
    const { id } = await toApplied();
    const [photo] = await photographs(clerk(), id, 'inspection');
    const other = await desk.buyer(await desk.sell());
    const statuses = async (ask: (client: Caller) => Promise<{ status: number }>) =>
      Promise.all([desk.as('shop3@example.com'), other, new Client(desk.it)].map(async (client) => (await ask(client)).status));
    expect(await statuses((client) => client.get(photo.path))).toEqual([404, 404, 401]);
    expect(await statuses((client) => add(client, id))).toEqual([404, 404, 401]);
    expect((await add(desk.as('finance@example.com'), id)).body).toMatchObject({ code: 'FORBIDDEN' });
    expect((await desk.as('finance@example.com').get(photo.path)).status).toBe(200);
    expect((await clerk().get('/photos/..%2F..%2Fheadwater.sqlite')).status).toBe(404);
    expect(await caseNow(clerk(), id)).toMatchObject({ photos: [{ id: photo.id }] });
  });

  it('need the header that only our own pages add', async () => {
    const { id } = await toApplied();
    const elsewhere = await signedIn(desk.it, 'clerk1@example.com');
    elsewhere.headers = {};
    expect((await add(elsewhere, id)).body).toMatchObject({ code: 'CSRF_HEADER_MISSING' });
  });

  it('are JPEG, PNG or WebP by their bytes, whole, and of at most 8 MB; a refusal leaves nothing behind', async () => {
    const { id } = await toApplied();
    const before = files().length;
    const codes = async (body: Buffer, type = 'image/jpeg') => (await add(await buyer(), id, body, 'goods', type)).body;
    const allowed = ['image/jpeg', 'image/png', 'image/webp'];
    expect(await codes(Buffer.from('<svg/>'))).toMatchObject({ code: 'PHOTO_TYPE', field: 'photo', allowed });
    expect(await codes(Buffer.from('....ftypheic'))).toMatchObject({ code: 'PHOTO_TYPE' });
    expect(await codes(picture().subarray(0, 40))).toMatchObject({ code: 'PHOTO_UNREADABLE' });
    expect(await codes(Buffer.alloc(8 * 1024 * 1024 + 1))).toMatchObject({
      code: 'PHOTO_TOO_LARGE',
      allowed: { max: 8_388_608 },
    });
    expect((await add(await buyer(), id, picture(), 'refusal')).body).toMatchObject({
      field: 'kind',
      allowed: ['goods', 'invoice', 'parcel'],
    });
    expect((await add(await buyer(), id, picture(), 'goods', 'text/plain')).body).toMatchObject({ code: 'BAD_INPUT' });
    expect(await caseNow(clerk(), id)).toMatchObject({ photos: [] });
    expect(files()).toHaveLength(before);
  });

  it('are at most nine of a kind, however many come at once', async () => {
    const { id } = await toApplied();
    const all = Array.from({ length: 12 }, async () => add(await buyer(), id));
    const answers = await Promise.all(all);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(9);
    expect(answers.find(({ status }) => status !== 201)?.body).toMatchObject({ code: 'PHOTO_LIMIT', allowed: { max: 9 } });
    const it = await caseNow(clerk(), id);
    expect([it.photoCount, it.photos.length]).toEqual([9, 9]);
    expect(it.events.map(({ seq }: Loose) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await add(await buyer(), id, picture(), 'parcel')).status).toBe(201);
  });

  it('are no longer added once the case has ended', async () => {
    const applied = await toApplied();
    const closed = await does(await buyer(), 'withdraw', seen(applied));
    expect((await add(await buyer(), closed.id)).body).toMatchObject({ code: 'CASE_ENDED' });
  });

  it('come with an application, from those that wait with its order', async () => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const client = await desk.buyer(order);
    const photos = [await wait(client, order.id), await wait(client, order.id)];
    expect((await client.get(`/photos/${photos[0] ?? ''}`)).status).toBe(200);
    const it = await does(client, 'apply', forAll(order, { photos: [photos[0]] }));
    expect(it.photos).toMatchObject([{ id: photos[0], kind: 'goods', eventSeq: 1 }]);
    expect(it.events).toMatchObject([{ verb: 'apply' }]);
    expect((await caseNow(clerk(), it.id)).events[0].data.photos).toMatchObject([{ photo: photos[0] }]);
  });

  it('of another order, or of a case already, come with no application', async () => {
    const [mine, others] = [await desk.sell(), await desk.sell()];
    desk.pass(4 * DAY);
    const photo = await wait(await desk.buyer(others), others.id);
    const refused = await refuses(await desk.buyer(mine), 'apply', forAll(mine, { photos: [photo] }));
    expect(refused).toMatchObject({ code: 'BAD_INPUT', field: 'input.photos' });
    await does(await desk.buyer(others), 'apply', forAll(others, { photos: [photo] }));
    expect(await refuses(await desk.buyer(mine), 'apply', forAll(mine, { photos: [photo] }))).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect((await (await desk.buyer(mine)).send(`/photos/orders/${others.id}`, picture(), 'image/png')).status).toBe(404);
  });

  it('wait for a day; what no application has taken by then is thrown away, and nothing else', async () => {
    const order = await desk.sell();
    const photo = await wait(await desk.buyer(order), order.id);
    const uploads = desk.it.app.get(PhotoUploads, { strict: false });
    desk.pass(23 * HOUR);
    await uploads.sweep(desk.now);
    expect(files()).toContain(photo);
    const before = files().filter((name) => name !== photo);
    desk.pass(2 * HOUR);
    await uploads.sweep(desk.now);
    expect(files()).not.toContain(photo);
    expect(await uploads.sweep(desk.now)).toBe(0);
    const [row] = await desk.it.database.read.query<{ n: number | string }[]>('SELECT COUNT(*) AS n FROM case_photo');
    expect(files()).toHaveLength(Number(row?.n));
    expect(before).toEqual(expect.arrayContaining(files()));
  });

  it('show why receipt is refused: at least one, unless the parcel has not arrived', async () => {
    const shipped = await toShipped();
    const refusal = { ...seen(shipped), reason: '已使用', goods: 'branch' };
    expect(await refuses(clerk(), 'refuseReceipt', refusal)).toMatchObject({
      code: 'PHOTO_REQUIRED',
      field: 'photos',
      allowed: 1,
    });
    await photographs(clerk(), shipped.id, 'inspection');
    expect(await refuses(clerk(), 'refuseReceipt', { ...refusal, goods: 'turnedBack' })).toMatchObject({
      code: 'PHOTO_REQUIRED',
    });
    expect(await refuses(clerk(), 'refuseReceipt', refusal)).toMatchObject({ code: 'PHOTO_REQUIRED' });
    await photographs(clerk(), shipped.id, 'refusal', 2);
    const refused = await does(clerk(), 'refuseReceipt', refusal);
    const event = refused.events.find(({ verb }: Loose) => verb === 'refuseReceipt');
    expect(event.data).toMatchObject({ goods: 'branch', photos: 2 });
    const tied = refused.photos.map(({ kind, eventSeq }: Loose) => [kind, eventSeq]);
    expect(tied).toEqual([
      ['inspection', null],
      ['refusal', event.seq],
      ['refusal', event.seq],
    ]);
  });

  it('of one refusal do not show another', async () => {
    const shipped = await toShipped();
    await photographs(clerk(), shipped.id, 'refusal');
    const refused = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '已使用', goods: 'branch' });
    const back = await does(clerk(), 'shipBack', { ...seen(refused), carrier: '顺丰', tracking: 'SFBACK2' });
    const anew = await does(await buyer(), 'changeLogistics', { ...seen(back), carrier: '顺丰', tracking: 'SFNEW2' });
    expect(await refuses(clerk(), 'refuseReceipt', { ...seen(anew), reason: '仍已使用', goods: 'branch' })).toMatchObject({
      code: 'PHOTO_REQUIRED',
    });
  });

  it('drawn for these tests are whole', () => {
    expect(cleanPhoto('image/png', picture())?.bytes).toEqual(picture());
  });
});
