import { graphql, type ResultOf } from '../../providers/graphql';

export const previewExtensionDocument = graphql(`
  query PreviewExtension($input: ExtensionInput!) {
    previewExtension(input: $input) {
      extendable
      hasMore
      leftOut {
        why
        cases
      }
    }
  }
`);

export const extendCasesDocument = graphql(`
  mutation ExtendCases($input: ExtensionInput!, $reason: String!, $key: String!) {
    extendCases(input: $input, reason: $reason, idempotencyKey: $key) {
      id
    }
  }
`);

export const caseExtensionDocument = graphql(`
  query CaseExtension($id: ID!) {
    caseExtension(id: $id) {
      id
      finishedAt
      extended
      days
      node {
        id
        name
      }
      leftOut {
        why
        cases
      }
    }
  }
`);

export type LeftOut = ResultOf<typeof previewExtensionDocument>['previewExtension']['leftOut'];
