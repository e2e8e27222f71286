import { graphql, type ResultOf } from '../../../providers/graphql';

export const statementDocument = graphql(`
  query Statement($nodeId: ID!, $period: String!) {
    statement(nodeId: $nodeId, period: $period) {
      node {
        id
        name
      }
      period
      closing {
        closedAt
        personName
      }
      accounts {
        bearer
        currency
        opening
        entries
        closing
      }
      returnedSales {
        currency
        amount
      }
      lineCount
      lines {
        id
        postedAt
        cause
        causePeriod
        component
        bearer
        bearerName
        carrier
        amount
        caseId
        caseCode
      }
      days {
        day
        bearer
        currency
        lines
        amount
      }
      exportUrl
      sheetUrl
    }
  }
`);

export type Statement = ResultOf<typeof statementDocument>['statement'];
export type Account = Statement['accounts'][number];
export type StatementLine = Statement['lines'][number];
export type StatementDay = Statement['days'][number];

/** The unit, and the months that have anything of it. */
export const statementMonthsDocument = graphql(`
  query StatementMonths($nodeId: ID!) {
    orgNode(id: $nodeId) {
      id
      name
      type
      timeZone
    }
    costReport(filter: { within: $nodeId }, by: [month], top: 1) {
      months
    }
  }
`);
