import { graphql, type ResultOf } from '../../../providers/graphql';
import { casePhotoFields, caseRowFields } from '../documents';

/** What a number on a label or on a buyer's phone may mean: cases of the scope, and goods that come over the counter. */
export const receivingDocument = graphql(
  `
    query Receiving($scanned: String!, $within: ID, $at: ID) {
      cases(filter: { search: $scanned, within: $within, view: "all" }, sort: appliedAt, page: { first: 10 }) {
        nextCursor
        items {
          ...CaseRowFields
          checklist {
            item
            label {
              zh
              en
            }
            passed
            note
          }
          photos {
            ...CasePhotoFields
          }
          shipments {
            id
            direction
            method
            carrier
            tracking
          }
        }
      }
      dropIn(code: $scanned, at: $at) {
        code
        type
        state
        registrable
        node {
          id
          name
        }
        goods {
          name
          sku
          quantity
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
      }
    }
  `,
  [caseRowFields, casePhotoFields],
);

type Answer = ResultOf<typeof receivingDocument>;
export type Arrival = Answer['cases']['items'][number];
export type DropIn = NonNullable<Answer['dropIn']>;

export const registerAtDocument = graphql(`
  mutation RegisterDropInAt($code: String!, $at: ID, $inspection: String, $checklist: [InspectedItemInput!]) {
    registerDropIn(code: $code, at: $at, inspection: $inspection, checklist: $checklist) {
      code
    }
  }
`);
