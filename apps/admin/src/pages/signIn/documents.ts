import { graphql, type ResultOf } from '../../providers/graphql';

export const setupDocument = graphql(`
  query Setup {
    setup {
      needsAdministrator
      demoAccounts {
        email
        password
        name
        role
        nodeName
      }
    }
  }
`);

export type DemoAccount = ResultOf<typeof setupDocument>['setup']['demoAccounts'][number];
