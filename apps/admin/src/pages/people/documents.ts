import { graphql, type FragmentOf } from '../../providers/graphql';

export const personFields = graphql(`
  fragment PersonFields on Person {
    id
    email
    name
    status
    createdAt
    lastSeenAt
    version
    grants {
      id
      role
      node {
        id
        name
        type
        branchCount
      }
    }
  }
`);

export type Person = FragmentOf<typeof personFields>;
export type Role = Person['grants'][number]['role'];

export const peopleDocument = graphql(
  `
    query People($search: String, $page: PageInput) {
      people(search: $search, page: $page) {
        nextCursor
        total
        items {
          ...PersonFields
        }
      }
    }
  `,
  [personFields],
);

export const personDocument = graphql(
  `
    query Person($id: ID!) {
      person(id: $id) {
        ...PersonFields
      }
    }
  `,
  [personFields],
);

export const inviteDocument = graphql(`
  mutation InvitePerson($email: String!, $name: String!, $role: Role!, $nodeId: ID!) {
    invitePerson(email: $email, name: $name, role: $role, nodeId: $nodeId) {
      link
      expiresAt
      person {
        id
        name
      }
    }
  }
`);

export const renewInvitationDocument = graphql(`
  mutation RenewInvitation($personId: ID!) {
    renewInvitation(personId: $personId) {
      link
      expiresAt
      person {
        id
        name
      }
    }
  }
`);

export const grantRoleDocument = graphql(`
  mutation GrantRole($personId: ID!, $role: Role!, $nodeId: ID!) {
    grantRole(personId: $personId, role: $role, nodeId: $nodeId) {
      id
    }
  }
`);

export const revokeRoleDocument = graphql(`
  mutation RevokeRole($grantId: ID!) {
    revokeRole(grantId: $grantId) {
      id
    }
  }
`);

export const disablePersonDocument = graphql(`
  mutation DisablePerson($id: ID!, $version: Int!) {
    disablePerson(id: $id, version: $version) {
      id
    }
  }
`);

export const enablePersonDocument = graphql(`
  mutation EnablePerson($id: ID!, $version: Int!) {
    enablePerson(id: $id, version: $version) {
      id
    }
  }
`);
