import { graphql, type ResultOf } from '../../providers/graphql';

export const savedViewsDocument = graphql(`
  query SavedViews($within: ID) {
    savedViews(within: $within) {
      id
      version
      name
      view
      type
      reasonClass
      dueWithin
      sort
      count
      hasMore
      allowedActions
      node {
        id
        name
      }
    }
  }
`);

export type SavedView = ResultOf<typeof savedViewsDocument>['savedViews'][number];

export const createViewDocument = graphql(`
  mutation CreateSavedView($input: SavedViewInput!) {
    createSavedView(input: $input) {
      id
    }
  }
`);

export const updateViewDocument = graphql(`
  mutation UpdateSavedView($id: ID!, $input: SavedViewInput!, $version: Int!) {
    updateSavedView(id: $id, input: $input, version: $version) {
      id
    }
  }
`);

export const removeViewDocument = graphql(`
  mutation RemoveSavedView($id: ID!) {
    removeSavedView(id: $id)
  }
`);
