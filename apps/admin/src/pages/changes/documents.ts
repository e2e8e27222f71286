import { graphql, type ResultOf, type VariablesOf } from '../../providers/graphql';
import { operationFields } from '../../shared/changeSet';
import { branchPageFields, effectFields } from '../../shared/impact';

export const changeSetFields = graphql(`
  fragment ChangeSetFields on ChangeSet {
    id
    number
    title
    notes
    node {
      id
      name
      type
    }
    status
    effectiveAt
    contentHash
    submittedImpactHash
    authorName
    isOwn
    submittedAt
    approverName
    approvedAt
    appliedAt
    reason
    operationCount
    updatedAt
    version
    allowedActions
  }
`);

export const changeSetsDocument = graphql(
  `
    query ChangeSets($filter: ChangeSetFilter, $page: PageInput) {
      changeSets(filter: $filter, page: $page) {
        total
        nextCursor
        items {
          ...ChangeSetFields
        }
      }
    }
  `,
  [changeSetFields],
);

export const changeSetDocument = graphql(
  `
    query ChangeSet($id: ID!) {
      changeSet(id: $id) {
        ...ChangeSetFields
        operations {
          ...OperationFields
        }
        impact {
          impactHash
          changed
          datePassed
          frozen
          effects {
            ...EffectFields
          }
          values {
            values {
              kind
              field
              before
              after
              effect
              branches
            }
            others
          }
          problems {
            code
            field
            nodeId
            nodeName
            allowed
            setBy
          }
          conflicts {
            kind
            node {
              id
              name
              type
            }
            fields
            by
            at
          }
          approval {
            code
            value
            limit
          }
        }
        events {
          at
          action
          actorName
          reason
          causes
          items
          voided
        }
        since {
          id
          kind
          node {
            id
            name
            type
          }
          policyName
          versionNumber
          own
          authorName
          at
        }
      }
    }
  `,
  [changeSetFields, operationFields, effectFields],
);

/** The branches behind the figures of an operation's effect; of what was kept there are none any more. */
export const operationBranchesDocument = graphql(
  `
    query OperationBranches($id: ID!, $keys: [String!]!, $field: String, $page: PageInput) {
      changeSet(id: $id) {
        impact {
          effects {
            branchesOf(keys: $keys, field: $field, page: $page) {
              ...BranchPageFields
            }
          }
        }
      }
    }
  `,
  [branchPageFields],
);

export const approveDocument = graphql(`
  mutation ApproveChangeSet($id: ID!, $contentHash: String!, $impactHash: String!) {
    approveChangeSet(id: $id, contentHash: $contentHash, impactHash: $impactHash) {
      id
      status
    }
  }
`);

export const sendBackDocument = graphql(`
  mutation SendBackChangeSet($id: ID!, $version: Int!, $reason: String!) {
    sendBackChangeSet(id: $id, version: $version, reason: $reason) {
      id
    }
  }
`);

export const applyDocument = graphql(`
  mutation ApplyChangeSet($id: ID!, $version: Int!) {
    applyChangeSet(id: $id, version: $version) {
      id
      status
    }
  }
`);

export const recalculateDocument = graphql(`
  mutation RecalculateChangeSet($id: ID!, $version: Int!) {
    recalculateChangeSet(id: $id, version: $version) {
      id
    }
  }
`);

export const cancelDocument = graphql(`
  mutation CancelChangeSet($id: ID!, $reason: String!) {
    cancelChangeSet(id: $id, reason: $reason) {
      id
    }
  }
`);

export const previewCancelDocument = graphql(
  `
    query PreviewCancelChangeSet($id: ID!) {
      previewCancelChangeSet(id: $id) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export type CancelPreview = ResultOf<typeof previewCancelDocument>;

export const reviewsDocument = graphql(`
  query PolicyReviews($within: ID, $mine: Boolean) {
    policyReviews(within: $within, mine: $mine, page: { first: 20 }) {
      total
      items {
        id
        kind
        node {
          id
          name
          type
        }
        act
        reason
        authorName
        at
        allowedActions
      }
    }
  }
`);

export const reviewDocument = graphql(`
  mutation ReviewPolicyAct($id: ID!) {
    reviewPolicyAct(id: $id)
  }
`);

export type Review = ResultOf<typeof reviewsDocument>['policyReviews']['items'][number];

export const approvalRulesDocument = graphql(`
  query ApprovalRules {
    approvalRules {
      kind
      enabled
      branchesOver
      locks
      costOver
      authorName
      updatedAt
      version
    }
  }
`);

export const setApprovalRuleDocument = graphql(`
  mutation SetApprovalRule($input: ApprovalRuleInput!) {
    setApprovalRule(input: $input) {
      kind
      version
    }
  }
`);

export type ChangeSetRow = ResultOf<typeof changeSetFields>;
export type ChangeSet = NonNullable<ResultOf<typeof changeSetDocument>['changeSet']>;
export type ChangeImpact = NonNullable<ChangeSet['impact']>;
export type OperationValues = ChangeImpact['values'][number];
export type Conflict = ChangeImpact['conflicts'][number];
export type ChangeEvent = ChangeSet['events'][number];
export type ChangeSetStatus = NonNullable<NonNullable<VariablesOf<typeof changeSetsDocument>['filter']>['status']>;
export type ApprovalRule = ResultOf<typeof approvalRulesDocument>['approvalRules'][number];
