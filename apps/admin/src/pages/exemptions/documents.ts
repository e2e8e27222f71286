import { graphql, type ResultOf, type VariablesOf } from '../../providers/graphql';
import { effectFields } from '../../shared/impact';

export const exemptionsDocument = graphql(`
  query Exemptions($filter: ExemptionFilter, $page: PageInput) {
    exemptions(filter: $filter, page: $page) {
      total
      nextCursor
      items {
        id
        kind
        node {
          id
          name
          type
        }
        ancestor {
          id
          name
          type
        }
        fields
        from
        to
        reason
        authorName
        state
        daysLeft
        allowedActions
      }
    }
  }
`);

export type Exemption = ResultOf<typeof exemptionsDocument>['exemptions']['items'][number];
export type ExemptionList = NonNullable<NonNullable<VariablesOf<typeof exemptionsDocument>['filter']>['list']>;

export const previewExemptionRevokeDocument = graphql(
  `
    query PreviewExemptionRevoke($id: ID!) {
      previewExemptionRevoke(id: $id) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export const revokeExemptionDocument = graphql(
  `
    mutation RevokeExemption($id: ID!, $reason: String!) {
      revokeExemption(id: $id, reason: $reason) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);
