import { graphql, type ResultOf, type VariablesOf } from '../../../providers/graphql';

export const claimsDocument = graphql(`
  query Claims($within: ID, $status: ClaimStatus, $party: ClaimParty, $page: PageInput) {
    claims(within: $within, status: $status, party: $party, page: $page) {
      total
      nextCursor
      items {
        id
        party
        carrier
        supplier {
          id
          name
        }
        reason
        status
        caseId
        caseCode
        node {
          id
          name
        }
        amount
        recovered
        left
        currency
        fallbackBearer
        openedAt
        version
        canSettle
        canWithdraw
      }
    }
  }
`);

export type Claim = ResultOf<typeof claimsDocument>['claims']['items'][number];
export type ClaimParty = Claim['party'];
export type ClaimStatus = NonNullable<VariablesOf<typeof claimsDocument>['status']>;

export const recoverClaimDocument = graphql(`
  mutation RecoverClaim($id: ID!, $amount: Fen!, $version: Int!, $reference: String!) {
    recoverClaim(id: $id, amount: $amount, version: $version, reference: $reference) {
      id
      left
    }
  }
`);

export const refuseClaimDocument = graphql(`
  mutation RefuseClaim($id: ID!, $version: Int!, $reason: String!) {
    refuseClaim(id: $id, version: $version, reason: $reason) {
      id
    }
  }
`);

export const withdrawClaimDocument = graphql(`
  mutation WithdrawClaim($id: ID!, $version: Int!, $reason: String!) {
    withdrawClaim(id: $id, version: $version, reason: $reason) {
      id
    }
  }
`);
