import { graphql, type ResultOf } from '../../providers/graphql';

export const overruledDocument = graphql(`
  query OverruledRules($within: ID, $days: Int!) {
    overruledRules(within: $within, days: $days) {
      rules {
        rule
        count
        hasMore
        name {
          zh
          en
        }
        latest {
          caseId
          code
          reason
          personName
          at
          node {
            id
            name
          }
        }
      }
    }
  }
`);

export type OverruledRule = ResultOf<typeof overruledDocument>['overruledRules']['rules'][number];
