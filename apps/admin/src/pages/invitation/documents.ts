import { graphql, type ResultOf } from '../../providers/graphql';
import { viewerFields } from '../../providers/session';

export const invitationDocument = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      email
      name
      expiresAt
    }
  }
`);

export const acceptDocument = graphql(
  `
    mutation AcceptInvitation($token: String!, $name: String!, $password: String!) {
      acceptInvitation(token: $token, name: $name, password: $password) {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

export type Invitation = NonNullable<ResultOf<typeof invitationDocument>['invitation']>;
