import { memoryStore } from 'ra-core';
import { refused, stubApi } from '../testing/api';
import { queryClientOfTest } from '../testing/queryClient';
import { viewer } from '../testing/viewer';
import { createAuthProvider } from './authProvider';
import { createDataProvider, type ResourceHandlers } from './dataProvider';
import { viewerKey } from './queryClient';
import { rememberViewer } from './session';
import { createStore } from './store';

function signedIn() {
  const client = queryClientOfTest();
  rememberViewer(client, viewer());
  return { client, auth: createAuthProvider(client) };
}

describe('the auth provider', () => {
  it('signs in and knows who it is from then on', async () => {
    stubApi({ SignIn: { signIn: viewer({ name: '李娜', permissions: ['case.approve'] }) } });
    const auth = createAuthProvider(queryClientOfTest());
    await auth.login({ email: 'lina@example.cn', password: 'x' });
    await expect(auth.checkAuth({})).resolves.toBeUndefined();
    await expect(auth.getIdentity!()).resolves.toEqual({ id: 'p1', fullName: '李娜' });
    await expect(auth.canAccess!({ resource: 'case', action: 'approve' })).resolves.toBe(true);
    await expect(auth.canAccess!({ resource: 'case', action: 'verdict' })).resolves.toBe(false);
  });

  it('lets nobody in when the server knows no session', async () => {
    stubApi({ Viewer: { viewer: null } });
    await expect(createAuthProvider(queryClientOfTest()).checkAuth({})).rejects.toThrow('Nobody is signed in');
  });

  it('signs out, also when the session had ended before', async () => {
    const { client, auth } = signedIn();
    stubApi({ SignOut: refused('UNAUTHENTICATED') });
    await auth.logout({});
    expect(client.getQueryData(viewerKey)).toBeNull();
  });

  it('stays signed in when signing out fails', async () => {
    const { client, auth } = signedIn();
    stubApi({ SignOut: refused('INTERNAL') });
    await expect(auth.logout({})).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(client.getQueryData(viewerKey)).not.toBeNull();
  });
});

describe('the data provider', () => {
  it('hands each call to the resource’s own handler', async () => {
    const getOne: ResourceHandlers['getOne'] = async (_resource: string, { id }: { id: string }) => ({
      data: { id, name: '张敏' } as never,
    });
    const provider = createDataProvider({ people: { getOne } });
    await expect(provider.getOne('people', { id: 'p1' })).resolves.toEqual({ data: { id: 'p1', name: '张敏' } });
  });

  it('fails for what no page registered', async () => {
    const provider = createDataProvider({ people: {} });
    await expect(provider.getOne('people', { id: 'p1' })).rejects.toThrow('No page registered getOne for people');
    await expect(provider.getList('ghosts', {})).rejects.toThrow('ghosts');
  });
});

describe('the store', () => {
  it('forgets at sign-out what was the person’s and keeps how the screen is set up', () => {
    const store = createStore(memoryStore());
    store.setup();
    store.setItem('theme', 'dark');
    store.setItem('density', 'compact');
    store.setItem('queue.filters', { state: 'APPLIED' });
    store.reset();
    expect(store.getItem('theme')).toBe('dark');
    expect(store.getItem('density')).toBe('compact');
    expect(store.getItem('queue.filters')).toBeUndefined();
  });
});
