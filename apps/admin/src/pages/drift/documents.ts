import { graphql, type ResultOf, type VariablesOf } from '../../providers/graphql';
import { effectFields } from '../../shared/impact';
import { sourceFields } from '../../shared/rules';

export const driftsDocument = graphql(
  `
    query Drifts($filter: DriftFilter, $page: PageInput) {
      drifts(filter: $filter, page: $page) {
        total
        nextCursor
        byClass {
          class
          count
        }
        byField {
          kind
          field
          count
        }
        items {
          id
          node {
            id
            name
            type
          }
          kind
          field
          own
          inherited
          inheritedSource {
            ...RuleSourceFields
          }
          class
          since
          agreedUntil
          authorName
          costThisMonth
          ownVersion
          allowedActions
        }
      }
    }
  `,
  [sourceFields],
);

export type DriftPage = ResultOf<typeof driftsDocument>['drifts'];
export type Drift = DriftPage['items'][number];
export type DriftClass = NonNullable<NonNullable<VariablesOf<typeof driftsDocument>['filter']>['class']>;

export const adjustedDocument = graphql(
  `
    query AdjustedValues($within: ID, $page: PageInput) {
      adjustedValues(within: $within, page: $page) {
        total
        nextCursor
        items {
          id
          node {
            id
            name
            type
          }
          kind
          field
          wanted
          value
          by {
            id
            name
          }
          source {
            ...RuleSourceFields
          }
        }
      }
    }
  `,
  [sourceFields],
);

export type AdjustedValue = ResultOf<typeof adjustedDocument>['adjustedValues']['items'][number];

export const previewInheritDocument = graphql(
  `
    query PreviewInherit($nodeId: ID!, $kind: PolicyKindKey!, $changes: JSON!) {
      previewOwnRules(nodeId: $nodeId, kind: $kind, changes: $changes) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const inheritDocument = graphql(`
  mutation Inherit($nodeId: ID!, $kind: PolicyKindKey!, $changes: JSON!, $ownVersion: Int!, $reason: String) {
    setOwnRules(nodeId: $nodeId, kind: $kind, changes: $changes, ownVersion: $ownVersion, reason: $reason) {
      ownVersion
    }
  }
`);
