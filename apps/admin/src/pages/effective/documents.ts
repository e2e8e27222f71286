import { graphql, type ResultOf } from '../../providers/graphql';
import { effectFields } from '../../shared/impact';
import { exemptionFields, sourceFields } from '../../shared/rules';

export const explainDocument = graphql(
  `
    query ExplainRule($nodeId: ID!, $kind: PolicyKindKey!, $field: String!, $at: Instant, $knownAt: Instant) {
      explainRule(nodeId: $nodeId, kind: $kind, field: $field, at: $at, knownAt: $knownAt) {
        effective {
          value
          state
          source {
            ...RuleSourceFields
            approval {
              changeSetId
              number
              approverName
            }
          }
          lock {
            node {
              id
              name
            }
            source {
              ...RuleSourceFields
            }
          }
          guard
          guardBy {
            ...RuleSourceFields
          }
          adjusted {
            wanted
            by {
              ...RuleSourceFields
            }
          }
          exemptions {
            ...RuleExemptionFields
          }
        }
        candidates {
          directive
          value
          guard
          lock
          beatenBy {
            id
            name
          }
          source {
            ...RuleSourceFields
            approval {
              changeSetId
              number
              approverName
            }
          }
        }
        runnerUp {
          value
          source {
            ...RuleSourceFields
          }
        }
        next {
          at
          value
          source {
            ...RuleSourceFields
          }
          fact
          because
          event
        }
      }
    }
  `,
  [sourceFields, exemptionFields],
);

export type Explanation = ResultOf<typeof explainDocument>['explainRule'];
export type Candidate = Explanation['candidates'][number];

export const previewOwnDocument = graphql(
  `
    query PreviewOwnRules($nodeId: ID!, $kind: PolicyKindKey!, $changes: JSON!) {
      previewOwnRules(nodeId: $nodeId, kind: $kind, changes: $changes) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const setOwnDocument = graphql(`
  mutation SetOwnRules($nodeId: ID!, $kind: PolicyKindKey!, $changes: JSON!, $ownVersion: Int!, $reason: String) {
    setOwnRules(nodeId: $nodeId, kind: $kind, changes: $changes, ownVersion: $ownVersion, reason: $reason) {
      ownVersion
    }
  }
`);
