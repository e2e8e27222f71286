import { graphql, type FragmentOf } from '../../providers/graphql';

export const serviceTextFields = graphql(`
  fragment ServiceTextFields on ServiceText {
    field
    part
    label {
      zh
      en
    }
    text {
      zh
      en
    }
    hidden
    missing {
      zh
      en
    }
  }
`);

/** A text of a unit, an order or a case, filled from its rules; without a text, why it does not show. */
export type ServiceText = FragmentOf<typeof serviceTextFields>;
export type TextPart = ServiceText['part'];

export const serviceTextsDocument = graphql(
  `
    query ServiceTexts($nodeId: ID!, $at: Instant, $knownAt: Instant, $draft: RulesDraftInput) {
      serviceTexts(nodeId: $nodeId, at: $at, knownAt: $knownAt, draft: $draft) {
        texts {
          ...ServiceTextFields
        }
      }
    }
  `,
  [serviceTextFields],
);
