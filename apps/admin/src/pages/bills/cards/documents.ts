import { graphql, type ResultOf } from '../../../providers/graphql';

export const priceCardsDocument = graphql(`
  query PriceCards($page: PageInput) {
    priceCards(page: $page) {
      items {
        id
        carrier
        validFrom
        currency
        fileName
        rowCount
        importedAt
        importedByName
      }
      nextCursor
    }
  }
`);

export type CardRow = ResultOf<typeof priceCardsDocument>['priceCards']['items'][number];

export const priceCardDocument = graphql(`
  query PriceCard($id: ID!) {
    priceCard(id: $id) {
      id
      carrier
      validFrom
      currency
      fileName
      rowCount
      importedAt
      importedByName
      rows {
        id
        zone
        firstGrams
        firstPrice
        stepGrams
        stepPrice
      }
    }
  }
`);

export type Card = NonNullable<ResultOf<typeof priceCardDocument>['priceCard']>;

export const priceCardProfilesDocument = graphql(`
  query PriceCardProfiles {
    priceCardProfiles {
      name
      encoding
      columns
    }
  }
`);

export const removePriceCardDocument = graphql(`
  mutation RemovePriceCard($id: ID!) {
    removePriceCard(id: $id)
  }
`);
