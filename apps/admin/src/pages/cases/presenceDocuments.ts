import { graphql, type ResultOf } from '../../providers/graphql';

export const attendDocument = graphql(`
  mutation AttendCase($id: ID!) {
    attendCase(id: $id) {
      id
      personName
    }
  }
`);

export const leaveDocument = graphql(`
  mutation LeaveCase($id: ID!) {
    leaveCase(id: $id)
  }
`);

export const colleaguesDocument = graphql(`
  query CaseColleagues($id: ID!) {
    case(id: $id) {
      id
      colleagues {
        id
        personName
      }
    }
  }
`);

export type Colleague = ResultOf<typeof attendDocument>['attendCase'][number];
