import { graphql, type FragmentOf, type ResultOf } from '../../providers/graphql';

/** What a row of the queue and its preview show. */
export const caseRowFields = graphql(`
  fragment CaseRowFields on Case {
    id
    code
    type
    state
    version
    payoutFailed
    requestedAmount
    approvedAmount
    appliedAt
    buyerName
    text
    node {
      id
      name
    }
    reason {
      code
      class
      label {
        zh
        en
      }
      classLabel {
        zh
        en
      }
      followUp {
        zh
        en
      }
    }
    lines {
      quantity
      orderLine {
        id
        name
      }
    }
    deadline {
      at
      outcomeText {
        zh
        en
      }
    }
    freight {
      payer
      merchantBps
      coveredAtMost
    }
    allowedActions {
      verb
      primary
      needs
      left
      maxAmount
      to
      effect {
        zh
        en
      }
    }
  }
`);

export type CaseRow = FragmentOf<typeof caseRowFields>;
export type CaseAction = CaseRow['allowedActions'][number];

export const queueDocument = graphql(
  `
    query Queue($filter: CaseFilter, $sort: CaseSort, $page: PageInput) {
      cases(filter: $filter, sort: $sort, page: $page) {
        nextCursor
        total
        items {
          ...CaseRowFields
        }
      }
    }
  `,
  [caseRowFields],
);

export const nextDueDocument = graphql(`
  query NextDue($filter: CaseFilter) {
    cases(filter: $filter, sort: deadline, page: { first: 1 }) {
      items {
        id
        deadline {
          at
        }
      }
    }
  }
`);

export const countsDocument = graphql(`
  query CaseCounts($within: ID) {
    caseCounts(within: $within) {
      byView {
        key
        count
      }
    }
  }
`);

export const caseDocument = graphql(
  `
    query Case($id: ID!) {
      case(id: $id) {
        ...CaseRowFields
        stateCode
        umbrella
        isTerminal
        outcome
        endedAt
        cost
        returnAddress
        order {
          id
          code
          paidAt
          deliveredAt
          channel
          node {
            id
            name
          }
        }
        lines {
          amount
        }
        freight {
          subsidy
          fault
          overCap
          buyer
          trace {
            rule
            passed
            text {
              zh
              en
            }
          }
        }
        liability {
          party
          rule
          assumed
        }
        proposal {
          amount
          note
        }
        shipments {
          id
          direction
          carrier
          tracking
          freightPaid
          shippedAt
          deliveredAt
          events {
            at
            kind
            note
          }
        }
        refunds {
          id
          amount
          purpose
          status
          paidAt
          voucher
          attempts {
            at
            outcome
            message
          }
        }
        events {
          id
          seq
          at
          actorKind
          actorName
          verb
          from
          to
          reason
          oldDeadline
          newDeadline
        }
        stamps {
          key
          at
        }
        rules {
          kind
          field
          value
          class
          source
          at
        }
      }
    }
  `,
  [caseRowFields],
);

/** The parcels of a case that a step may be about. */
export const parcelsDocument = graphql(`
  query CaseParcels($id: ID!) {
    case(id: $id) {
      id
      shipments {
        id
        carrier
        tracking
      }
    }
  }
`);

export type ParcelChoice = NonNullable<ResultOf<typeof parcelsDocument>['case']>['shipments'][number];

export type CaseDetail = NonNullable<ResultOf<typeof caseDocument>['case']>;
