import { graphql } from '../../providers/graphql';
import { effectFields, type Effect } from '../impact';

/** What was done, in a sentence, and what it did. */
export interface Told {
  readonly text: string;
  readonly effect: Effect;
}

export const previewSuspensionDocument = graphql(
  `
    query PreviewSuspension($nodeId: ID!, $from: Instant, $until: Instant) {
      previewSuspension(nodeId: $nodeId, from: $from, until: $until) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const suspendDocument = graphql(
  `
    mutation SuspendCoverage($nodeId: ID!, $reason: String!, $from: Instant, $until: Instant) {
      suspendCoverage(nodeId: $nodeId, reason: $reason, from: $from, until: $until) {
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
