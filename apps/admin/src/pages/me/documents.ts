import { graphql, type ResultOf } from '../../providers/graphql';
import { viewerFields } from '../../providers/session';

export const updateMeDocument = graphql(
  `
    mutation UpdateMe($name: String!, $language: Language!) {
      updateMe(name: $name, language: $language) {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

export const changePasswordDocument = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }
`);

export const sessionsDocument = graphql(`
  query MySessions {
    mySessions {
      id
      createdAt
      lastSeenAt
      userAgent
      address
      current
    }
  }
`);

export const revokeSessionDocument = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id)
  }
`);

export const signOutEverywhereDocument = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

export type Session = ResultOf<typeof sessionsDocument>['mySessions'][number];
