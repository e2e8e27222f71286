import { graphql, type FragmentOf, type ResultOf } from '../../providers/graphql';
import { serviceTextFields } from '../../shared/texts';

/** What a row of the queue and its preview show. */
export const caseRowFields = graphql(`
  fragment CaseRowFields on Case {
    id
    code
    type
    state
    version
    payoutFailed
    remindedKind
    remindedAt
    requestedAmount
    approvedAmount
    appliedAt
    buyerName
    text
    followUpAnswer
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
      cost
      paused
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
    keepsItem
    photoCount
    buyerRisk {
      lookClosely
      trace {
        text {
          zh
          en
        }
      }
    }
    stamps {
      key
      at
    }
    allowedActions {
      verb
      primary
      needs
      left
      maxAmount
      refund
      to
      effect {
        zh
        en
      }
      returnless {
        keeps
        saves
        trace {
          rule
          text {
            zh
            en
          }
        }
      }
    }
  }
`);

export type CaseRow = FragmentOf<typeof caseRowFields>;
export type CaseAction = CaseRow['allowedActions'][number];

/** Whether goods come back, so that somebody pays for it: the API stamps when they do. */
export const isSentBack = ({ stamps }: CaseRow): boolean => stamps.some(({ key }) => key === 'buyerShipped');

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
        hasMore
      }
    }
  }
`);

export const caseChangedDocument = graphql(`
  subscription CaseChanged($within: ID) {
    caseChanged(within: $within) {
      kind
      caseId
    }
  }
`);

export const casePhotoFields = graphql(`
  fragment CasePhotoFields on CasePhoto {
    id
    kind
    path
    takenBy
    actorName
    createdAt
    eventSeq
  }
`);

export type CasePhoto = FragmentOf<typeof casePhotoFields>;

/** Whether the buyer keeps the item. Lists say it in place: a fragment within one counts as a depth of its own. */
const returnlessFields = graphql(`
  fragment ReturnlessFields on ReturnlessDecision {
    keeps
    saves
    trace {
      rule
      text {
        zh
        en
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
        goodsLoss
        goodsLossAssumed
        recovery
        canOpenClaim
        returnAddress
        returnLabel {
          carrier
          tracking
        }
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
          text {
            zh
            en
          }
          facts {
            key
            at
            assumed
            text {
              zh
              en
            }
          }
          flip {
            zh
            en
          }
        }
        remedies {
          verb
          primary
          needs
          left
          maxAmount
          refund
          to
          effect {
            zh
            en
          }
          returnless {
            ...ReturnlessFields
          }
        }
        overrulableActions {
          verb
          primary
          needs
          left
          maxAmount
          refund
          to
          effect {
            zh
            en
          }
          returnless {
            ...ReturnlessFields
          }
          against {
            rule
            text {
              zh
              en
            }
          }
        }
        appeals {
          id
          status
          reason
          openedAt
          openedByName
          answer
          answeredAt
          answeredByName
          named
        }
        restockingFee
        goods {
          rule
          text {
            zh
            en
          }
        }
        proposal {
          amount
          resolution
          note
        }
        pickup {
          from
          until
        }
        checklist {
          item
          label {
            zh
            en
          }
          passed
          note
        }
        photoKinds
        photos {
          ...CasePhotoFields
        }
        shipments {
          id
          direction
          method
          unit {
            name
          }
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
          rule
          overruled {
            zh
            en
          }
          from
          to
          reason
          oldDeadline
          newDeadline
        }
        script {
          ...ServiceTextFields
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
  [caseRowFields, casePhotoFields, serviceTextFields, returnlessFields],
);

export type CaseDetail = NonNullable<ResultOf<typeof caseDocument>['case']>;

/** A15: a step that a limit of the rules stands against, for one who may overrule it. */
export type OverrulableAction = CaseDetail['overrulableActions'][number];
