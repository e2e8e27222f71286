import { graphql, type FragmentOf, type ResultOf } from '../../providers/graphql';
import { effectFields } from '../../shared/impact';

export const rolloutFields = graphql(`
  fragment RolloutFields on Rollout {
    id
    kind
    policyId
    policyName
    versionId
    versionNumber
    node {
      id
      name
      type
    }
    status
    reason
    endReason
    authorName
    startedAt
    endedAt
    branches
    inPilot
    currentStep
    version
    allowedActions
  }
`);

export type Rollout = FragmentOf<typeof rolloutFields>;

export const rolloutsDocument = graphql(
  `
    query Rollouts($filter: RolloutFilter, $page: PageInput) {
      rollouts(filter: $filter, page: $page) {
        total
        nextCursor
        items {
          ...RolloutFields
        }
      }
    }
  `,
  [rolloutFields],
);

const figures = graphql(`
  fragment GuardFields on GuardFigures {
    orders
    subsidyPerOrder
    cases
    rejected
    disputed
    rejectionBps
    disputeBps
  }
`);

export type Guard = FragmentOf<typeof figures>;

export const rolloutDocument = graphql(
  `
    query Rollout($id: ID!) {
      rollout(id: $id) {
        ...RolloutFields
        steps {
          number
          at
          bps
          units {
            id
            name
            type
          }
          branches
          authorName
          figures {
            from
            to
            sampled
            reason
            inPilot {
              ...GuardFields
            }
            others {
              ...GuardFields
            }
          }
        }
      }
    }
  `,
  [rolloutFields, figures],
);

export type RolloutStory = NonNullable<ResultOf<typeof rolloutDocument>['rollout']>;
export type Step = RolloutStory['steps'][number];

export const previewRolloutDocument = graphql(
  `
    query PreviewRollout($id: ID!, $move: RolloutMove!, $cohort: CohortInput) {
      previewRollout(id: $id, move: $move, cohort: $cohort) {
        rolloutId
        inPilot
        effect {
          ...EffectFields
        }
      }
    }
  `,
  [effectFields],
);

export const advanceDocument = graphql(
  `
    mutation AdvanceRollout($id: ID!, $cohort: CohortInput!, $version: Int!) {
      advanceRollout(id: $id, cohort: $cohort, version: $version) {
        rolloutId
        inPilot
        effect {
          ...EffectFields
        }
      }
    }
  `,
  [effectFields],
);

export const finishDocument = graphql(
  `
    mutation FinishRollout($id: ID!, $reason: String!, $version: Int!) {
      finishRollout(id: $id, reason: $reason, version: $version) {
        rolloutId
        inPilot
        effect {
          ...EffectFields
        }
      }
    }
  `,
  [effectFields],
);

export const cancelDocument = graphql(
  `
    mutation CancelRollout($id: ID!, $reason: String!, $version: Int!) {
      cancelRollout(id: $id, reason: $reason, version: $version) {
        rolloutId
        inPilot
        effect {
          ...EffectFields
        }
      }
    }
  `,
  [effectFields],
);

export const pauseDocument = graphql(`
  mutation PauseRollout($id: ID!, $reason: String!, $version: Int!) {
    pauseRollout(id: $id, reason: $reason, version: $version) {
      id
      status
    }
  }
`);

export const resumeDocument = graphql(`
  mutation ResumeRollout($id: ID!, $reason: String!, $version: Int!) {
    resumeRollout(id: $id, reason: $reason, version: $version) {
      id
      status
    }
  }
`);
