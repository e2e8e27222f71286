import { graphql, type FragmentOf, type ResultOf } from '../../providers/graphql';

/** The source is written out: the API counts a fragment within a fragment as depth. */
const provenanceFields = graphql(`
  fragment RuleProvenanceFields on RuleProvenance {
    source {
      node {
        id
        name
        type
      }
      track
      policyName
      versionNumber
      authorName
      since
      isDefault
      rolloutId
      approval {
        number
        approverName
        approvedAt
      }
    }
    policyId
    versionAuthor
    publishedAt
    assignmentId
    assignedBy
    assignedAt
    from
    to
    reason
    correction
    cancelled
    review {
      reviewerName
      reviewedAt
    }
  }
`);

export const orderRulesDocument = graphql(
  `
    query OrderRules($orderId: ID!) {
      orderRules(orderId: $orderId) {
        code
        node {
          id
          name
        }
        paidAt
        knownAt
        lines {
          id
          name
          freeReturns
        }
        kinds {
          kind
          hash
          suspended
          suspension {
            node {
              name
            }
            reason
            authorName
            from
            budget {
              month
              amount
              currency
            }
            review {
              reviewerName
              reviewedAt
            }
          }
          reproduced
          fields {
            key
            value
            reproduced
            by {
              ...RuleProvenanceFields
            }
            lock {
              node {
                id
                name
              }
              by {
                ...RuleProvenanceFields
              }
            }
            exemptions {
              id
              node {
                name
              }
              ancestor {
                name
              }
              to
              reason
              authorName
              approval {
                number
                approverName
                approvedAt
              }
            }
            since {
              value
              by {
                ...RuleProvenanceFields
              }
            }
          }
        }
      }
    }
  `,
  [provenanceFields],
);

export type OrderRules = ResultOf<typeof orderRulesDocument>['orderRules'];
export type OrderKindRules = OrderRules['kinds'][number];
export type OrderRuleField = OrderKindRules['fields'][number];
export type Provenance = FragmentOf<typeof provenanceFields>;
export type OrderRuleExemption = OrderRuleField['exemptions'][number];
export type Review = NonNullable<Provenance['review']>;
export type Approval = NonNullable<Provenance['source']['approval']>;
