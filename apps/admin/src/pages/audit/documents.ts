import { graphql, type FragmentOf, type VariablesOf } from '../../providers/graphql';

const eventFields = graphql(`
  fragment AuditEventFields on AuditEvent {
    id
    at
    actorKind
    actorId
    actorName
    action
    subjectType
    subjectId
    node {
      id
      name
    }
    data
  }
`);

export type AuditEvent = FragmentOf<typeof eventFields>;

export const auditEventsDocument = graphql(
  `
    query AuditEvents($filter: AuditFilter, $page: PageInput) {
      auditEvents(filter: $filter, page: $page) {
        nextCursor
        total
        hasMoreThanTotal
        items {
          ...AuditEventFields
        }
      }
    }
  `,
  [eventFields],
);

export type AuditFilter = NonNullable<VariablesOf<typeof auditEventsDocument>['filter']>;

export const auditEventDocument = graphql(
  `
    query AuditEvent($id: ID!) {
      auditEvent(id: $id) {
        ...AuditEventFields
      }
    }
  `,
  [eventFields],
);

export const findOrdersDocument = graphql(`
  query FindOrders($search: String!) {
    orders(filter: { search: $search }, page: { first: 5 }) {
      items {
        id
        code
        buyerName
        node {
          id
          name
        }
      }
    }
  }
`);
