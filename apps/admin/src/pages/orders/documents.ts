import { graphql, type ResultOf } from '../../providers/graphql';

export const ordersDocument = graphql(`
  query Orders($filter: OrderFilter, $page: PageInput) {
    orders(filter: $filter, page: $page) {
      nextCursor
      total
      items {
        id
        code
        externalNo
        buyerName
        channel
        status
        currency
        paidAmount
        refundedAmount
        paidAt
        umbrella
        node {
          id
          name
        }
      }
    }
  }
`);

export type OrderRow = ResultOf<typeof ordersDocument>['orders']['items'][number];

export const orderDocument = graphql(`
  query Order($id: ID!) {
    order(id: $id) {
      id
      code
      externalNo
      buyerName
      buyerPhone
      channel
      status
      currency
      goodsAmount
      freightAmount
      paidAmount
      refundedAmount
      paidAt
      shippedAt
      deliveredAt
      promisedAt
      completedAt
      cancelledAt
      umbrella
      version
      allowedActions
      node {
        id
        name
      }
      lines {
        id
        lineNo
        sku
        name
        category
        campaigns
        quantity
        unitPrice
        paidAmount
        freightAmount
        available
        refundedQuantity
      }
      payments {
        id
        sequence
        method
        amount
        refunded
      }
      cases {
        id
        code
        type
        state
        payoutFailed
        requestedAmount
        appliedAt
      }
      windows {
        key
        days
        endsAt
        open
      }
      notices {
        zh
        en
      }
      badges {
        lineId
        text {
          zh
          en
        }
      }
      contacts {
        id
        at
        channel
        note
        personName
      }
      buyerLinks {
        id
        createdAt
        expiresAt
        revokedAt
      }
    }
  }
`);

export type Order = NonNullable<ResultOf<typeof orderDocument>['order']>;

export const createLinkDocument = graphql(`
  mutation CreateBuyerLink($orderId: ID!) {
    createBuyerLink(orderId: $orderId) {
      token
      link {
        id
      }
    }
  }
`);

export type LinkMade = ResultOf<typeof createLinkDocument>['createBuyerLink'];

export const revokeLinkDocument = graphql(`
  mutation RevokeBuyerLink($id: ID!) {
    revokeBuyerLink(id: $id) {
      id
    }
  }
`);

export const logContactDocument = graphql(`
  mutation LogContact($orderId: ID!, $contact: ContactInput!) {
    logContact(orderId: $orderId, contact: $contact) {
      id
    }
  }
`);

export const reasonsDocument = graphql(`
  query ReturnReasons {
    returnReasons {
      code
      class
      types
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
  }
`);

export const reasonFreightDocument = graphql(`
  query ReasonFreight($input: ReasonFreightInput!) {
    reasonFreight(input: $input) {
      class
      payer
      merchantBps
      coveredAtMost
    }
  }
`);

const eligibilityFields = graphql(`
  fragment EligibilityFields on Eligibility {
    eligible
    overrulable
    maxAmount
    restockingFee
    photos {
      goods
      invoice
    }
    trace {
      rule
      passed
      text {
        zh
        en
      }
    }
    freight {
      payer
      merchantBps
      coveredAtMost
    }
    flips {
      kind
      at
      amount
      reason
      type
      photos
      invoicePhotos
      lines {
        orderLineId
        quantity
      }
    }
  }
`);

export type Eligibility = ResultOf<typeof eligibilityFields>;

export const checkDocument = graphql(
  `
    query CheckApplication($input: ApplyInput!) {
      checkApplication(input: $input) {
        ...EligibilityFields
      }
    }
  `,
  [eligibilityFields],
);

export const whatIfDocument = graphql(
  `
    query WhatIf($input: ApplyInput!, $at: Instant) {
      whatIf(input: $input, at: $at) {
        at
        eligibility {
          ...EligibilityFields
        }
        windows {
          key
          days
          endsAt
        }
        next {
          at
          outcomeText {
            zh
            en
          }
        }
        goods {
          rule
          text {
            zh
            en
          }
        }
        rules {
          kind
          field
          source
        }
      }
    }
  `,
  [eligibilityFields],
);

export type WhatIfAnswer = NonNullable<ResultOf<typeof whatIfDocument>['whatIf']>;

export const applyDocument = graphql(`
  mutation Apply($input: ApplyInput!) {
    apply(input: $input) {
      id
      code
    }
  }
`);
