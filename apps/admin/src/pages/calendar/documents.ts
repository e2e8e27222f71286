import { graphql, type ResultOf } from '../../providers/graphql';

export const calendarDocument = graphql(`
  query Calendar($filter: CalendarFilter!, $page: PageInput) {
    calendar(filter: $filter, page: $page) {
      total
      nextCursor
      items {
        id
        factId
        at
        from
        to
        fact
        event
        kind
        node {
          id
          name
          type
        }
        parent {
          id
          name
          type
        }
        changeSetId
        policyId
        policyName
        versionNumber
        fields
        authorName
        reason
        allowedActions
        clashes {
          kind
          assignment {
            id
            policyName
            versionNumber
            track
          }
          changeSet {
            id
            number
            title
          }
          fields
          from
          to
          covered
          recalculate
        }
      }
    }
  }
`);

export const calendarDaysDocument = graphql(`
  query CalendarDays($filter: CalendarFilter!, $timeZone: String!) {
    calendarDays(filter: $filter, timeZone: $timeZone) {
      day
      entries
    }
  }
`);

export type CalendarEntry = ResultOf<typeof calendarDocument>['calendar']['items'][number];
