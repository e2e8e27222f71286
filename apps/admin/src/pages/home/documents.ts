import { graphql, type FragmentOf, type ResultOf } from '../../providers/graphql';

const entryFields = graphql(`
  fragment HomeEntry on CalendarEntry {
    id
    at
    fact
    event
    kind
    policyName
    versionNumber
    authorName
    node {
      id
      name
    }
    parent {
      name
    }
    changeSetId
  }
`);

export const homeDocument = graphql(
  `
    query Home($within: ID) {
      policyReviews(within: $within, mine: true, page: { first: 1 }) {
        total
      }
      changeSets(filter: { mine: true, within: $within }, page: { first: 5 }) {
        items {
          id
          number
          title
          status
          authorName
        }
      }
      home(within: $within) {
        changesWaiting
        jobsOpen
        rolloutsPaused
        budgetsUndecided
        appeals {
          id
          caseId
          reason
          openedByName
        }
        branches
        branchesOn
        branchesSuspended
        openCases
        overdueCases
        disputes
        disputesLate
        drifts
        valuesAdjusted
        exemptionsEnding
        acknowledgementsOverdue
        costThisMonth
        costSameDays {
          days
          cost
          before
        }
        budget {
          id
          amount
          remaining
          currency
        }
        storesIn {
          month
        }
        topStores {
          amount
          cases
          keys {
            value
            label
          }
        }
        reviewsDue {
          date
          hasCome
          kind
          node {
            id
            name
          }
          source {
            policyName
            versionNumber
          }
        }
        upcomingTotal
        upcoming {
          ...HomeEntry
        }
        nextChange {
          ...HomeEntry
        }
      }
    }
  `,
  [entryFields],
);

export type HomeEntry = FragmentOf<typeof entryFields>;
export type WaitingChange = ResultOf<typeof homeDocument>['changeSets']['items'][number];
export type Home = ResultOf<typeof homeDocument>['home'];
