import { graphql } from '../../providers/graphql';
import { effectFields } from '../impact';

export const previewExemptionDocument = graphql(
  `
    query PreviewExemption($input: ExemptionInput!) {
      previewExemption(input: $input) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const grantExemptionDocument = graphql(
  `
    mutation GrantExemption($input: ExemptionInput!, $reason: String!) {
      grantExemption(input: $input, reason: $reason) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);
