import { graphql, type ResultOf } from '../../providers/graphql';
import { effectFields } from '../impact';

/** Policies of a kind with their versions: what can be assigned is in each version's `allowedActions`. */
export const assignableDocument = graphql(`
  query Assignable($kind: PolicyKindKey!) {
    policies(kind: $kind, page: { first: 200 }) {
      items {
        id
        name
        owner {
          id
          name
        }
        versions {
          id
          number
          status
          allowedActions
        }
      }
    }
  }
`);

export type AssignablePolicy = ResultOf<typeof assignableDocument>['policies']['items'][number];

export const previewAssignmentDocument = graphql(
  `
    query PreviewAssignment($nodeId: ID!, $versionId: ID!, $from: Instant, $to: Instant, $fit: Boolean) {
      previewAssignment(nodeId: $nodeId, versionId: $versionId, from: $from, to: $to, fit: $fit) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const assignDocument = graphql(
  `
    mutation AssignVersion($nodeId: ID!, $versionId: ID!, $from: Instant, $to: Instant, $reason: String, $fit: Boolean) {
      assignVersion(nodeId: $nodeId, versionId: $versionId, from: $from, to: $to, reason: $reason, fit: $fit) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const previewRescheduleDocument = graphql(
  `
    query PreviewReschedule($id: ID!, $from: Instant, $to: Instant) {
      previewReschedule(id: $id, from: $from, to: $to) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const rescheduleDocument = graphql(
  `
    mutation RescheduleAssignment($id: ID!, $from: Instant, $to: Instant, $reason: String!) {
      rescheduleAssignment(id: $id, from: $from, to: $to, reason: $reason) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);
