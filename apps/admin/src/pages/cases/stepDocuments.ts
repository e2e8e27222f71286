import { graphql, type ResultOf } from '../../providers/graphql';
import { casePhotoFields } from './documents';

/** What a step on the goods goes by: the checklist that was sent, and the photos there are. */
export const evidenceDocument = graphql(
  `
    query CaseEvidence($id: ID!) {
      case(id: $id) {
        id
        checklist {
          item
          label {
            zh
            en
          }
        }
        photoKinds
        photos {
          ...CasePhotoFields
        }
      }
    }
  `,
  [casePhotoFields],
);

export type CaseEvidence = NonNullable<ResultOf<typeof evidenceDocument>['case']>;

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
