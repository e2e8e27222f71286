import { graphql, type ResultOf } from '../../../providers/graphql';

export const claimPreviewDocument = graphql(`
  query ClaimPreview($caseId: ID!, $amount: Fen) {
    claimPreview(caseId: $caseId, amount: $amount) {
      currency
      most
      carriers
      ownSuppliers {
        id
        name
      }
      otherSuppliers {
        id
        name
      }
      period
      shares {
        bearer
        bearerNode {
          id
          name
        }
        amount
      }
      digest
    }
  }
`);

export type ClaimPreview = NonNullable<ResultOf<typeof claimPreviewDocument>['claimPreview']>;

export const openClaimDocument = graphql(`
  mutation OpenClaim($input: OpenClaimInput!) {
    openClaim(input: $input) {
      id
    }
  }
`);
