import { graphql, type ResultOf, type VariablesOf } from '../../providers/graphql';

export const createChangeSetDocument = graphql(`
  mutation CreateChangeSet($input: ChangeSetInput!) {
    createChangeSet(input: $input) {
      id
      number
      version
    }
  }
`);

export const editChangeSetDocument = graphql(`
  mutation EditChangeSet($id: ID!, $version: Int!, $input: ChangeSetInput!) {
    editChangeSet(id: $id, version: $version, input: $input) {
      id
      number
      version
    }
  }
`);

export const submitChangeSetDocument = graphql(`
  mutation SubmitChangeSet($id: ID!, $version: Int!) {
    submitChangeSet(id: $id, version: $version) {
      id
      number
      status
      version
    }
  }
`);

export const operationFields = graphql(`
  fragment OperationFields on ChangeOperation {
    verb
    kind
    node {
      id
      name
      type
    }
    versionId
    policyId
    policyName
    versionNumber
    ancestor {
      id
      name
      type
    }
    parent {
      id
      name
      type
    }
    fromParent {
      id
      name
      type
    }
    fields
    changes
    to
    differences {
      field
      before
      after
      effect
    }
  }
`);

export const draftsDocument = graphql(
  `
    query Drafts($filter: ChangeSetFilter, $page: PageInput) {
      changeSets(filter: $filter, page: $page) {
        total
        nextCursor
        items {
          id
          number
          title
          notes
          effectiveAt
          isOwn
          version
          operations {
            ...OperationFields
          }
        }
      }
    }
  `,
  [operationFields],
);

export type Draft = ResultOf<typeof draftsDocument>['changeSets']['items'][number];
export type ChangeOperation = ResultOf<typeof operationFields>;
export type ChangeSetInput = VariablesOf<typeof createChangeSetDocument>['input'];
export type OperationInput = ChangeSetInput['operations'][number];
