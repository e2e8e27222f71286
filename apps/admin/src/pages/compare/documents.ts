import { graphql } from '../../providers/graphql';
import { sourceFields } from '../../shared/rules';

export const compareDocument = graphql(
  `
    query CompareRules($from: RulesPlaceInput!, $to: RulesPlaceInput!) {
      compareRules(from: $from, to: $to) {
        kind
        field
        before
        after
        effect
        beforeSource {
          ...RuleSourceFields
        }
        afterSource {
          ...RuleSourceFields
        }
      }
    }
  `,
  [sourceFields],
);

export const unitDocument = graphql(`
  query CompareUnit($id: ID!) {
    orgNode(id: $id) {
      id
      name
      type
    }
  }
`);
