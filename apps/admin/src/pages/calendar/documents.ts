import { graphql, type ResultOf } from '../../providers/graphql';

export const calendarDocument = graphql(`
  query Calendar($filter: CalendarFilter!) {
    calendar(filter: $filter) {
      id
      at
      fact
      event
      kind
      node {
        id
        name
        type
      }
      policyId
      policyName
      versionNumber
      fields
      authorName
      reason
    }
  }
`);

export type CalendarEntry = ResultOf<typeof calendarDocument>['calendar'][number];
