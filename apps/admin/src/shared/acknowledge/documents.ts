import { graphql, type ResultOf } from '../../providers/graphql';
import { sourceFields } from '../rules';

export const myAcknowledgementsDocument = graphql(
  `
    query MyAcknowledgements($page: PageInput) {
      myAcknowledgements(page: $page) {
        total
        nextCursor
        items {
          id
          assignmentId
          kind
          policyName
          versionNumber
          from
          dueAt
          inForce
          state
          overdue
          node {
            id
            name
            type
          }
          changes {
            kind
            field
            before
            after
            effect
            beforeSource {
              ...RuleSourceFields
            }
            afterSource {
              ...RuleSourceFields
            }
          }
        }
      }
    }
  `,
  [sourceFields],
);

/** A rule that a branch of the viewer has not accepted yet, with what it changes there. */
export type ToAcknowledge = ResultOf<typeof myAcknowledgementsDocument>['myAcknowledgements']['items'][number];

export const seeAcknowledgementDocument = graphql(`
  mutation SeeAcknowledgement($assignmentId: ID!, $nodeIds: [ID!]!) {
    seeAcknowledgement(assignmentId: $assignmentId, nodeIds: $nodeIds)
  }
`);

export const acceptAcknowledgementDocument = graphql(`
  mutation AcceptAcknowledgement($assignmentId: ID!, $nodeIds: [ID!]!) {
    acceptAcknowledgement(assignmentId: $assignmentId, nodeIds: $nodeIds)
  }
`);
