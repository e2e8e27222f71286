import { graphql } from '../../providers/graphql';
import { effectFields } from '../impact';

export const suspendDocument = graphql(
  `
    mutation SuspendCoverage($nodeId: ID!, $reason: String!, $until: Instant) {
      suspendCoverage(nodeId: $nodeId, reason: $reason, until: $until) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const resumeDocument = graphql(
  `
    mutation ResumeCoverage($nodeId: ID!, $reason: String!) {
      resumeCoverage(nodeId: $nodeId, reason: $reason) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);
