import { graphql, type ResultOf, type VariablesOf } from '../../providers/graphql';

export const costReportDocument = graphql(`
  query CostReport($filter: CostFilter, $by: [CostDimension!]!, $rows: [CostDimension!]!, $top: Int) {
    counts: costReport(filter: $filter, by: $rows, top: $top) {
      rows {
        cases
        keys {
          dimension
          value
        }
      }
    }
    costReport(filter: $filter, by: $by, top: $top) {
      totalAmount
      otherAmount
      otherRows
      currency
      months
      exportUrl
      sheetUrl
      rows {
        amount
        cases
        keys {
          dimension
          value
          label
        }
      }
    }
  }
`);

export type CostReport = ResultOf<typeof costReportDocument>['costReport'];
/** How many cases stand behind a whole row: the counts of its cells overlap and do not add up. */
export type CaseCounts = ResultOf<typeof costReportDocument>['counts']['rows'];
export type CostRow = CostReport['rows'][number];
export type CostKey = CostRow['keys'][number];
export type Dimension = CostKey['dimension'];
export type CostFilter = NonNullable<VariablesOf<typeof costReportDocument>['filter']>;

export const costLinesDocument = graphql(`
  query CostLines($filter: CostFilter, $store: ID, $page: PageInput) {
    costLines(filter: $filter, store: $store, page: $page) {
      nextCursor
      total
      items {
        id
        postedAt
        component
        amount
        bearer
        reason
        carrier
        caseId
        caseCode
        origin {
          id
          name
        }
      }
    }
  }
`);

export type CostLine = ResultOf<typeof costLinesDocument>['costLines']['items'][number];

export const moneyHomeDocument = graphql(`
  query MoneyHome {
    moneyHome {
      month
      cost
      costSameDaysBefore
      payoutFailures
      budget {
        id
        amount
        spent
        committed
        remaining
        currency
      }
      budgetsUndecided
      budgetsWarned {
        id
        currency
        action
        remaining
        suspends
        node {
          name
        }
        trip {
          at
        }
      }
      monthToClose {
        period
        overAt
      }
      byBearer {
        amount
        cases
        keys {
          dimension
          value
          label
        }
      }
      topStores {
        amount
        cases
        keys {
          dimension
          value
          label
        }
      }
      refundsDue {
        id
        code
        approvedAmount
        node {
          id
          name
        }
        deadline {
          at
          outcomeText {
            zh
            en
          }
        }
      }
    }
  }
`);

export type MoneyHome = ResultOf<typeof moneyHomeDocument>['moneyHome'];
