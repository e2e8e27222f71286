import { graphql, type ResultOf, type VariablesOf } from '../../providers/graphql';

export const selectionDocument = graphql(`
  query PreviewSelection($selection: SelectionInput!, $eligible: Boolean!, $page: PageInput) {
    previewSelection(selection: $selection, eligible: $eligible, page: $page) {
      eligible
      ineligible
      problemCount
      approval {
        code
        value
        limit
      }
      problems {
        line
        text
        code
      }
      total
      nextCursor
      items {
        id
        returnRate
        lines
        node {
          id
          name
          type
        }
        reasons {
          code
          limit
          by {
            id
            name
          }
        }
      }
    }
  }
`);

export type Selection = ResultOf<typeof selectionDocument>['previewSelection'];
export type SelectedBranch = Selection['items'][number];
export type SelectionInput = VariablesOf<typeof selectionDocument>['selection'];
export type BranchAction = SelectionInput['action'];

export const jobsDocument = graphql(`
  query Jobs($filter: JobFilter, $page: PageInput) {
    jobs(filter: $filter, page: $page) {
      total
      nextCursor
      items {
        id
        action
        kind
        step
        status
        total
        failed
        personName
        createdAt
        finishedAt
        node {
          id
          name
          type
        }
      }
    }
  }
`);

export type JobRowOfList = ResultOf<typeof jobsDocument>['jobs']['items'][number];

const jobFields = graphql(`
  fragment JobFields on Job {
    id
    action
    kind
    step
    personName
    reason
    createdAt
    finishedAt
    total
    waiting
    done
    unchanged
    changed
    failed
    allowedActions
    node {
      id
      name
      type
    }
  }
`);

export const startJobDocument = graphql(
  `
    mutation StartJob($input: JobInput!) {
      startJob(input: $input) {
        ...JobFields
      }
    }
  `,
  [jobFields],
);

/** Where an approval is due, the same branches as a draft of a change set. */
export const draftSelectionDocument = graphql(`
  mutation DraftSelection($input: SelectionDraftInput!) {
    draftSelection(input: $input) {
      id
      number
      version
    }
  }
`);

export const retryJobDocument = graphql(
  `
    mutation RetryJob($id: ID!) {
      retryJob(id: $id) {
        ...JobFields
      }
    }
  `,
  [jobFields],
);

export const jobDocument = graphql(
  `
    query Job($id: ID!) {
      job(id: $id) {
        ...JobFields
      }
    }
  `,
  [jobFields],
);

export type Job = ResultOf<typeof jobDocument>['job'];

export const jobRowsDocument = graphql(`
  query JobRows($jobId: ID!, $state: JobRowState, $page: PageInput) {
    jobRows(jobId: $jobId, state: $state, page: $page) {
      total
      nextCursor
      items {
        id
        state
        code
        message
        at
        case {
          id
          code
        }
        node {
          id
          name
          type
        }
      }
    }
  }
`);

export type JobRow = ResultOf<typeof jobRowsDocument>['jobRows']['items'][number];
