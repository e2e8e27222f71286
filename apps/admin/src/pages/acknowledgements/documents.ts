import { graphql, type ResultOf, type VariablesOf } from '../../providers/graphql';

export const acknowledgementsDocument = graphql(`
  query Acknowledgements($filter: AcknowledgementFilter, $page: PageInput) {
    acknowledgements(filter: $filter, page: $page) {
      total
      nextCursor
      items {
        id
        kind
        policyId
        policyName
        versionNumber
        from
        dueAt
        inForce
        branches
        seen
        accepted
        overdue
        node {
          id
          name
          type
        }
      }
    }
  }
`);

export type Acknowledgement = ResultOf<typeof acknowledgementsDocument>['acknowledgements']['items'][number];
export type AcknowledgementList = NonNullable<NonNullable<VariablesOf<typeof acknowledgementsDocument>['filter']>['list']>;

export const branchesDocument = graphql(`
  query AcknowledgingBranches($assignmentId: ID!, $filter: AcknowledgingBranchFilter, $page: PageInput) {
    acknowledgingBranches(assignmentId: $assignmentId, filter: $filter, page: $page) {
      total
      nextCursor
      items {
        id
        state
        overdue
        seenAt
        acceptedAt
        personName
        node {
          id
          name
          type
        }
      }
    }
  }
`);

export type Branch = ResultOf<typeof branchesDocument>['acknowledgingBranches']['items'][number];
