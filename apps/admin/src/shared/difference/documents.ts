import { graphql, type VariablesOf } from '../../providers/graphql';

export const compareVersionsDocument = graphql(`
  query CompareVersions($from: VersionPlaceInput!, $to: VersionPlaceInput!) {
    compareVersions(from: $from, to: $to) {
      field
      before
      after
      effect
    }
  }
`);

/** A version of a policy; of a draft, as it is typed. */
export type VersionPlace = VariablesOf<typeof compareVersionsDocument>['from'];
