import { graphql, type FragmentOf, type ResultOf, type VariablesOf } from '../../providers/graphql';

const costKeyFields = graphql(`
  fragment CostKeyFields on CostKey {
    dimension
    value
    label
    text {
      zh
      en
    }
  }
`);

export type CostKey = FragmentOf<typeof costKeyFields>;

export const costReportDocument = graphql(
  `
    query CostReport($filter: CostFilter, $by: [CostDimension!]!, $rows: [CostDimension!]!, $top: Int, $comparedWith: String) {
      wholeRows: costReport(filter: $filter, by: $rows, top: $top, comparedWith: $comparedWith) {
        rows {
          cases
          before
          keys {
            dimension
            value
          }
        }
      }
      costReport(filter: $filter, by: $by, top: $top, comparedWith: $comparedWith) {
        totalAmount
        otherAmount
        otherRows
        currency
        months
        exportUrl
        sheetUrl
        comparison {
          month
          totalAmount
          throughDay
        }
        rows {
          amount
          cases
          keys {
            ...CostKeyFields
          }
        }
      }
    }
  `,
  [costKeyFields],
);

export type CostReport = ResultOf<typeof costReportDocument>['costReport'];
/** A row as a whole: the cases of its cells overlap, and what a cell cost before is no part of it where it costs nothing now. */
export type WholeRows = ResultOf<typeof costReportDocument>['wholeRows']['rows'];
export type CostRow = CostReport['rows'][number];
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
        bearerNode {
          id
          name
        }
        reason
        carrier
        assumed
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

export const moneyHomeDocument = graphql(
  `
    query MoneyHome {
      moneyHome {
        month
        cost
        sameDays {
          days
          cost
          before
        }
        lastMonth {
          month
          cost
        }
        storesIn {
          month
          days
        }
        unusual {
          store {
            amount
            before
            keys {
              ...CostKeyFields
            }
          }
          why {
            amount
            before
            keys {
              ...CostKeyFields
            }
          }
        }
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
        openClaims
        monthToClose {
          period
          overAt
        }
        billsToDecide {
          id
          biller
          period
          open
        }
        byBearer {
          amount
          cases
          keys {
            ...CostKeyFields
          }
        }
        topStores {
          amount
          cases
          keys {
            ...CostKeyFields
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
  `,
  [costKeyFields],
);

export type MoneyHome = ResultOf<typeof moneyHomeDocument>['moneyHome'];

export const subsidyRatesDocument = graphql(`
  query SubsidyRates($within: ID, $months: [String!], $top: Int) {
    subsidyRates(within: $within, months: $months, top: $top) {
      months
      currency
      otherStores
      total {
        subsidy
        orders
        paidAmount
        returns
        perOrder
        perReturn
        rate
      }
      stores {
        id
        name
        subsidy
        orders
        paidAmount
        returns
        perOrder
        perReturn
        rate
      }
    }
  }
`);

export type SubsidyRates = ResultOf<typeof subsidyRatesDocument>['subsidyRates'];
export type StoreSubsidy = SubsidyRates['stores'][number];
