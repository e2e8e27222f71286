import { graphql, type ResultOf } from '../../providers/graphql';

export const closedDaysDocument = graphql(`
  query ClosedDays($within: ID) {
    closedDays(within: $within) {
      id
      day
      name
      personName
      node {
        id
        name
      }
    }
  }
`);

export type ClosedDay = ResultOf<typeof closedDaysDocument>['closedDays'][number];

export const statutoryDocument = graphql(`
  query StatutoryHolidays($year: Int!) {
    statutoryHolidays(year: $year) {
      day
      name
    }
  }
`);

export const previewDocument = graphql(`
  query PreviewClosedDays($input: ClosedDaysInput!) {
    previewClosedDays(input: $input) {
      days
      cases
      hasMore
    }
  }
`);

export const addDocument = graphql(`
  mutation AddClosedDays($input: ClosedDaysInput!, $key: String!) {
    addClosedDays(input: $input, idempotencyKey: $key) {
      id
    }
  }
`);

export const previewRemoveDocument = graphql(`
  query PreviewRemoveClosedDay($id: ID!) {
    previewRemoveClosedDay(id: $id) {
      cases
      hasMore
    }
  }
`);

export const removeDocument = graphql(`
  mutation RemoveClosedDay($id: ID!) {
    removeClosedDay(id: $id) {
      id
    }
  }
`);
