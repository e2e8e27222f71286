import { graphql, type ResultOf } from '../../providers/graphql';
import { sourceFields } from '../rules';

export const timelineDocument = graphql(
  `
    query RuleTimeline($nodeId: ID!, $kind: PolicyKindKey!, $field: String, $from: Instant, $to: Instant) {
      ruleTimeline(nodeId: $nodeId, kind: $kind, field: $field, from: $from, to: $to) {
        node {
          id
          name
        }
        kind
        from
        to
        lanes {
          field
          stretches {
            from
            to
            value
            source {
              ...RuleSourceFields
            }
            lockedBy {
              id
              name
            }
          }
        }
      }
    }
  `,
  [sourceFields],
);

export type RuleTimeline = ResultOf<typeof timelineDocument>['ruleTimeline'];
export type Lane = RuleTimeline['lanes'][number];
export type Stretch = Lane['stretches'][number];
