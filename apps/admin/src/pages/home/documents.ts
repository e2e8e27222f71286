import { graphql, type ResultOf } from '../../providers/graphql';

export const homeDocument = graphql(`
  query Home {
    home {
      branches
      branchesOn
      branchesSuspended
      openCases
      overdueCases
      disputes
      drifts
      exemptionsEnding
      costThisMonth
      costSameDaysBefore
      upcoming {
        id
        kind
        from
        policyName
        versionNumber
        authorName
        node {
          id
          name
        }
      }
    }
  }
`);

export type Home = ResultOf<typeof homeDocument>['home'];
