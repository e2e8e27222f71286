import type { QueryClient } from '@tanstack/react-query';
import type { AuthProvider } from 'ra-core';
import { isApiError } from './apiError';
import { graphql } from './graphql';
import { request } from './request';
import { knownViewer, rememberViewer, viewerFields } from './session';

const signInDocument = graphql(
  `
    mutation SignIn($email: String!, $password: String!) {
      signIn(email: $email, password: $password) {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

const signOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

async function signOut(): Promise<void> {
  try {
    await request(signOutDocument);
  } catch (error) {
    // Somebody whose session has already ended is signed out.
    if (!isApiError(error) || !error.signedOut) throw error;
  }
}

/** Sessions are the server's, held by an HttpOnly cookie that no script reads; what is known here is who the viewer is. */
export function createAuthProvider(client: QueryClient): AuthProvider {
  const viewer = async () => {
    const known = await knownViewer(client);
    if (!known) throw new Error('Nobody is signed in');
    return known;
  };
  return {
    login: async ({ email, password }: Credentials) => {
      const answer = await request(signInDocument, { email, password });
      rememberViewer(client, answer.signIn);
    },
    logout: async () => {
      await signOut();
      rememberViewer(client, null);
    },
    checkAuth: async () => {
      await viewer();
    },
    checkError: (error: unknown) => (isApiError(error) && error.signedOut ? Promise.reject(error) : Promise.resolve()),
    getIdentity: async () => {
      const { id, name } = await viewer();
      return { id, fullName: name };
    },
    getPermissions: async () => (await viewer()).permissions,
    canAccess: async ({ resource, action }: { resource: string; action: string }) =>
      (await viewer()).permissions.includes(`${resource}.${action}`),
  };
}
