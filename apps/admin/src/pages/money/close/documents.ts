import { graphql, type ResultOf } from '../../../providers/graphql';

export const monthCloseDocument = graphql(`
  query MonthClose {
    monthClose {
      next {
        period
        overAt
        entries
      }
      checks {
        check
        count
        blocks
      }
      closed {
        period
        closedAt
        personName
        entries
      }
    }
  }
`);

export type MonthClose = ResultOf<typeof monthCloseDocument>['monthClose'];
export type Check = MonthClose['checks'][number];
export type ClosedMonth = MonthClose['closed'][number];
export type NextMonth = NonNullable<MonthClose['next']>;

export const closeMonthDocument = graphql(`
  mutation CloseMonth($period: String!) {
    closeMonth(period: $period) {
      period
    }
  }
`);
