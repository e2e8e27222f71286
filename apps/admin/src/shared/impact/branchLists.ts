import { graphql } from '../../providers/graphql';
import { branchList, branchPageFields } from './BranchList';

export const AssignmentBranches = branchList(
  graphql(
    `
      query AssignmentBranches(
        $nodeId: ID!
        $versionId: ID!
        $from: Instant
        $to: Instant
        $fit: Boolean
        $keys: [String!]!
        $field: String
        $page: PageInput
      ) {
        previewAssignment(nodeId: $nodeId, versionId: $versionId, from: $from, to: $to, fit: $fit) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewAssignment.branchesOf,
);

export const RescheduleBranches = branchList(
  graphql(
    `
      query RescheduleBranches($id: ID!, $from: Instant, $to: Instant, $keys: [String!]!, $field: String, $page: PageInput) {
        previewReschedule(id: $id, from: $from, to: $to) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewReschedule.branchesOf,
);

export const CancelAssignmentBranches = branchList(
  graphql(
    `
      query CancelAssignmentBranches($id: ID!, $keys: [String!]!, $field: String, $page: PageInput) {
        previewCancelAssignment(id: $id) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewCancelAssignment.branchesOf,
);

export const OwnRulesBranches = branchList(
  graphql(
    `
      query OwnRulesBranches(
        $nodeId: ID!
        $kind: PolicyKindKey!
        $changes: JSON!
        $keys: [String!]!
        $field: String
        $page: PageInput
      ) {
        previewOwnRules(nodeId: $nodeId, kind: $kind, changes: $changes) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewOwnRules.branchesOf,
);

export const CoverageBranches = branchList(
  graphql(
    `
      query CoverageBranches($nodeId: ID!, $on: Boolean!, $exclude: [ID!], $keys: [String!]!, $field: String, $page: PageInput) {
        previewCoverage(nodeId: $nodeId, on: $on, exclude: $exclude) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewCoverage.branchesOf,
);

export const SuspensionBranches = branchList(
  graphql(
    `
      query SuspensionBranches(
        $nodeId: ID!
        $from: Instant
        $until: Instant
        $keys: [String!]!
        $field: String
        $page: PageInput
      ) {
        previewSuspension(nodeId: $nodeId, from: $from, until: $until) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewSuspension.branchesOf,
);

export const ResumptionBranches = branchList(
  graphql(
    `
      query ResumptionBranches($nodeId: ID!, $keys: [String!]!, $field: String, $page: PageInput) {
        previewResumption(nodeId: $nodeId) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewResumption.branchesOf,
);

export const ExemptionBranches = branchList(
  graphql(
    `
      query ExemptionBranches($input: ExemptionInput!, $keys: [String!]!, $field: String, $page: PageInput) {
        previewExemption(input: $input) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewExemption.branchesOf,
);

export const RevokeBranches = branchList(
  graphql(
    `
      query RevokeBranches($id: ID!, $keys: [String!]!, $field: String, $page: PageInput) {
        previewExemptionRevoke(id: $id) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewExemptionRevoke.branchesOf,
);

export const TurnBranches = branchList(
  graphql(
    `
      query TurnBranches($factId: ID!, $event: CalendarEvent!, $keys: [String!]!, $field: String, $page: PageInput) {
        previewTurn(factId: $factId, event: $event) {
          branchesOf(keys: $keys, field: $field, page: $page) {
            ...BranchPageFields
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewTurn.branchesOf,
);

export const StartRolloutBranches = branchList(
  graphql(
    `
      query StartRolloutBranches($input: RolloutInput!, $keys: [String!]!, $field: String, $page: PageInput) {
        previewStartRollout(input: $input) {
          effect {
            branchesOf(keys: $keys, field: $field, page: $page) {
              ...BranchPageFields
            }
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewStartRollout.effect.branchesOf,
);

export const RolloutBranches = branchList(
  graphql(
    `
      query RolloutBranches(
        $id: ID!
        $move: RolloutMove!
        $cohort: CohortInput
        $keys: [String!]!
        $field: String
        $page: PageInput
      ) {
        previewRollout(id: $id, move: $move, cohort: $cohort) {
          effect {
            branchesOf(keys: $keys, field: $field, page: $page) {
              ...BranchPageFields
            }
          }
        }
      }
    `,
    [branchPageFields],
  ),
  (answer) => answer.previewRollout.effect.branchesOf,
);
