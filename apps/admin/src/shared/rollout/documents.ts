import { graphql } from '../../providers/graphql';
import { effectFields } from '../impact';

export const previewStartDocument = graphql(
  `
    query PreviewStartRollout($input: RolloutInput!) {
      previewStartRollout(input: $input) {
        rolloutId
        inPilot
        effect {
          ...EffectFields
        }
      }
    }
  `,
  [effectFields],
);

export const startDocument = graphql(
  `
    mutation StartRollout($input: RolloutInput!, $reason: String!) {
      startRollout(input: $input, reason: $reason) {
        rolloutId
        inPilot
        effect {
          ...EffectFields
        }
      }
    }
  `,
  [effectFields],
);
