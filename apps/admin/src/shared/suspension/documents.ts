import { graphql } from '../../providers/graphql';
import { effectFields } from '../impact';

export const previewSuspensionDocument = graphql(
  `
    query PreviewSuspension($nodeId: ID!, $until: Instant) {
      previewSuspension(nodeId: $nodeId, until: $until) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

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

export const previewResumptionDocument = graphql(
  `
    query PreviewResumption($nodeId: ID!) {
      previewResumption(nodeId: $nodeId) {
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
