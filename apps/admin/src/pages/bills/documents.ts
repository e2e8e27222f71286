import { graphql, type ResultOf } from '../../providers/graphql';

export const billsDocument = graphql(`
  query Bills($page: PageInput) {
    bills(page: $page) {
      items {
        id
        kind
        biller
        period
        currency
        amount
        lineCount
        open
        openDifference
        importedAt
        importedByName
      }
      nextCursor
    }
  }
`);

export type BillRow = ResultOf<typeof billsDocument>['bills']['items'][number];

export const billDocument = graphql(`
  query Bill($id: ID!) {
    bill(id: $id) {
      id
      kind
      biller
      period
      currency
      fileName
      amount
      lineCount
      refusedCount
      importedAt
      importedByName
      open
      byPriceCard {
        compared
        notCompared
        aboveLines
        above
      }
      outcomes {
        outcome
        lines
        difference
        open
        openDifference
      }
    }
  }
`);

export type Bill = NonNullable<ResultOf<typeof billDocument>['bill']>;
export type Kind = Bill['kind'];
export type Outcome = Bill['outcomes'][number]['outcome'];

const billLineFragment = graphql(`
  fragment BillLineFacts on BillLine {
    id
    line
    number
    billedOn
    outcome
    billed
    expected
    difference
    status
    reason
    decidedAt
    decidedByName
    version
    grams
    zone
    byPriceCard {
      price
      gap
    }
    parcel {
      id
      direction
      prepaid
      shippedAt
      deliveredAt
      cases {
        id
        code
        node {
          id
          name
        }
      }
    }
    orders {
      id
      code
      paidAt
      cancelledAt
      node {
        id
        name
      }
    }
  }
`);

export const billLinesDocument = graphql(
  `
    query BillLines($billId: ID!, $outcome: BillOutcome!, $open: Boolean!, $page: PageInput) {
      billLines(billId: $billId, outcome: $outcome, open: $open, page: $page) {
        items {
          ...BillLineFacts
        }
        nextCursor
      }
    }
  `,
  [billLineFragment],
);

export type BillLine = ResultOf<typeof billLinesDocument>['billLines']['items'][number];

export const billProblemsDocument = graphql(`
  query BillProblems($billId: ID!, $page: PageInput) {
    billProblems(billId: $billId, page: $page) {
      items {
        id
        line
        cell
        value
        code
      }
      nextCursor
    }
  }
`);

export type BillProblem = ResultOf<typeof billProblemsDocument>['billProblems']['items'][number];

export const billPostingDocument = graphql(
  `
    query BillPosting($lineId: ID!) {
      billPosting(lineId: $lineId) {
        stands
        period
        digest
        line {
          ...BillLineFacts
        }
        lines {
          account
          component
          bearer
          bearerNode {
            id
            name
          }
          amount
          caseCode
        }
      }
    }
  `,
  [billLineFragment],
);

export type BillPosting = ResultOf<typeof billPostingDocument>['billPosting'];

export const acceptBillLineDocument = graphql(`
  mutation AcceptBillLine($id: ID!, $version: Int!, $digest: String!) {
    acceptBillLine(id: $id, version: $version, digest: $digest) {
      id
    }
  }
`);

export const disputeBillLineDocument = graphql(`
  mutation DisputeBillLine($id: ID!, $version: Int!, $reason: String!) {
    disputeBillLine(id: $id, version: $version, reason: $reason) {
      id
    }
  }
`);

export const disputeBillLinesDocument = graphql(`
  mutation DisputeBillLines($input: BillDisputeInput!) {
    disputeBillLines(input: $input) {
      id
      code
    }
  }
`);

export const billWithinDocument = graphql(`
  query BillWithin($billId: ID!, $outcome: BillOutcome!, $tolerance: Fen!) {
    billWithin(billId: $billId, outcome: $outcome, tolerance: $tolerance) {
      lines
      difference
    }
  }
`);

export const acceptBillLinesDocument = graphql(`
  mutation AcceptBillLines($input: BillBulkInput!) {
    acceptBillLines(input: $input) {
      accepted
      difference
      moved
      next {
        after
        lines
        difference
      }
    }
  }
`);

export const billProfilesDocument = graphql(`
  query BillProfiles {
    billProfiles {
      name
      kind
      encoding
      columns
      optional
    }
  }
`);

export const withdrawBillDocument = graphql(`
  mutation WithdrawBill($id: ID!) {
    withdrawBill(id: $id)
  }
`);
