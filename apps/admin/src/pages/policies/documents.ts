import { graphql, type FragmentOf, type ResultOf } from '../../providers/graphql';
import { effectFields } from '../../shared/impact';

export const versionFields = graphql(`
  fragment VersionFields on PolicyVersion {
    id
    policyId
    policyName
    kind
    number
    status
    directives
    notes
    contentHash
    authorName
    createdAt
    publishedAt
    version
    allowedActions
  }
`);

export type Version = FragmentOf<typeof versionFields>;

export const policyFields = graphql(
  `
    fragment PolicyFields on Policy {
      id
      kind
      name
      description
      owner {
        id
        name
        type
      }
      versions {
        ...VersionFields
      }
      liveVersion
      draft {
        id
        number
      }
      usedAt
      allowedActions
    }
  `,
  [versionFields],
);

export type Policy = FragmentOf<typeof policyFields>;

export const assignmentsDocument = graphql(`
  query PolicyAssignments($policyId: ID!, $number: Int, $page: PageInput) {
    policyAssignments(policyId: $policyId, number: $number, page: $page) {
      total
      nextCursor
      items {
        id
        node {
          id
          name
          type
        }
        policyName
        versionNumber
        from
        to
        cancelled
        holds
        correction
        rolloutId
        authorName
        reason
        approval {
          changeSetId
          number
          approverName
        }
      }
    }
  }
`);

export type Assignment = ResultOf<typeof assignmentsDocument>['policyAssignments']['items'][number];

export const policiesDocument = graphql(`
  query Policies($kind: PolicyKindKey, $search: String, $page: PageInput) {
    policies(kind: $kind, search: $search, page: $page) {
      nextCursor
      total
      items {
        id
        kind
        name
        owner {
          id
          name
        }
        versions {
          id
          number
          status
        }
        usedAt
        inPilot
        scheduled
        nextScheduled {
          id
          node {
            id
            name
          }
          from
        }
      }
    }
  }
`);

/** A policy as the library lists it. */
export type PolicyLine = ResultOf<typeof policiesDocument>['policies']['items'][number];

export type KindKey = NonNullable<Policy['kind']>;

export const policyDocument = graphql(
  `
    query Policy($id: ID!) {
      policy(id: $id) {
        ...PolicyFields
      }
    }
  `,
  [policyFields],
);

export const createPolicyDocument = graphql(`
  mutation CreatePolicy($kind: PolicyKindKey!, $name: String!, $description: String, $ownerId: ID!, $template: String) {
    createPolicy(kind: $kind, name: $name, description: $description, ownerId: $ownerId, template: $template) {
      id
      name
      draft {
        number
      }
    }
  }
`);

export const templatesDocument = graphql(`
  query PolicyTemplates {
    policyTemplates {
      kind
      industry
      label {
        zh
        en
      }
      notes {
        zh
        en
      }
    }
  }
`);

export const startDraftDocument = graphql(`
  mutation StartDraft($policyId: ID!, $fromNumber: Int) {
    startDraft(policyId: $policyId, fromNumber: $fromNumber) {
      id
      number
    }
  }
`);

export const saveDraftDocument = graphql(
  `
    mutation SaveDraft($id: ID!, $directives: JSON!, $notes: String, $version: Int!) {
      saveDraft(id: $id, directives: $directives, notes: $notes, version: $version) {
        ...VersionFields
      }
    }
  `,
  [versionFields],
);

export const publishDocument = graphql(`
  mutation PublishVersion($id: ID!, $version: Int!) {
    publishVersion(id: $id, version: $version) {
      id
      number
    }
  }
`);

export const deprecateDocument = graphql(`
  mutation DeprecateVersion($id: ID!) {
    deprecateVersion(id: $id) {
      id
    }
  }
`);

export const retireDocument = graphql(`
  mutation RetireVersion($id: ID!) {
    retireVersion(id: $id) {
      id
    }
  }
`);

export const previewCancelAssignmentDocument = graphql(
  `
    query PreviewCancelAssignment($id: ID!) {
      previewCancelAssignment(id: $id) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const cancelAssignmentDocument = graphql(
  `
    mutation CancelAssignment($id: ID!, $reason: String!) {
      cancelAssignment(id: $id, reason: $reason) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const ownerDocument = graphql(`
  query PreviewUnit($id: ID!) {
    orgNode(id: $id) {
      id
      name
    }
  }
`);

export const lintDocument = graphql(`
  query LintDirectives($kind: PolicyKindKey!, $nodeId: ID!, $directives: JSON!) {
    lintDirectives(kind: $kind, nodeId: $nodeId, directives: $directives) {
      rule
      kind
      node {
        id
        name
      }
      field
      row
      text {
        zh
        en
      }
    }
  }
`);

/** What is allowed and yet hardly meant. */
export type Finding = ResultOf<typeof lintDocument>['lintDirectives'][number];

export const directiveProblemsDocument = graphql(`
  query DirectiveProblems($kind: PolicyKindKey!, $nodeId: ID!, $directives: JSON!) {
    directiveProblems(kind: $kind, nodeId: $nodeId, directives: $directives) {
      code
      field
      path
      nodeId
      nodeName
      allowed
      setBy
    }
  }
`);
