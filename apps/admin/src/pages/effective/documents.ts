import { graphql, type ResultOf } from '../../providers/graphql';
import { effectFields } from '../../shared/impact';
import { sourceFields } from '../../shared/rules';

export const explainDocument = graphql(
  `
    query ExplainRule($nodeId: ID!, $kind: PolicyKindKey!, $field: String!, $at: Instant) {
      explainRule(nodeId: $nodeId, kind: $kind, field: $field, at: $at) {
        effective {
          value
          state
          source {
            ...RuleSourceFields
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
          because
          event
        }
      }
    }
  `,
  [sourceFields],
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
