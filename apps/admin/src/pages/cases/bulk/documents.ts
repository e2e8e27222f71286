import { graphql, type ResultOf, type VariablesOf } from '../../../providers/graphql';

export const previewBulkDocument = graphql(`
  query PreviewBulk($verb: BulkVerb!, $ids: [ID!], $filter: CaseFilter) {
    previewBulk(verb: $verb, ids: $ids, filter: $filter) {
      willDo {
        id
        code
        version
        amount
      }
      amount
      willNot {
        reason
        state
        rows {
          id
          code
        }
      }
      absent
    }
  }
`);

export const runBulkDocument = graphql(`
  mutation RunBulk($verb: BulkVerb!, $rows: [SeenCaseInput!]!, $text: String) {
    runBulk(verb: $verb, rows: $rows, text: $text) {
      id
      outcome
      error
    }
  }
`);

/** More than are waited for: done as a job. */
export const startCaseJobDocument = graphql(`
  mutation StartCaseJob($input: CaseJobInput!) {
    startCaseJob(input: $input) {
      id
    }
  }
`);

export type BulkPreview = ResultOf<typeof previewBulkDocument>['previewBulk'];
export type BulkRow = BulkPreview['willDo'][number];
export type BulkVerb = VariablesOf<typeof previewBulkDocument>['verb'];

/** Rows chosen by hand, or all that the queue's filter finds. */
export type BulkChoice = Pick<VariablesOf<typeof previewBulkDocument>, 'ids' | 'filter'>;

/** What can be done to many at once, in the order of the buttons. */
export const bulkVerbs: readonly BulkVerb[] = ['approve', 'receive', 'retryPayout', 'askInfo', 'reject'];
