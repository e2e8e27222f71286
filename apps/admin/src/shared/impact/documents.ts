import { graphql, type FragmentOf, type VariablesOf } from '../../providers/graphql';

export const effectFields = graphql(`
  fragment EffectFields on CoverageEffect {
    node {
      id
      name
      type
    }
    dryRun
    branches
    changed
    unchanged
    costThisMonth
    reasons {
      key
      code
      branches
      by {
        id
        name
        type
      }
      examples {
        id
        name
        type
      }
    }
    fields {
      kind
      field
      branches
    }
    problems {
      code
      field
      nodeId
      nodeName
      allowed
      setBy
    }
    warnings {
      code
      field
      nodeId
      nodeName
      allowed
      setBy
    }
    approval {
      code
      value
      limit
    }
    covers {
      id
      track
      policyName
      versionNumber
      from
      to
    }
    clashes {
      kind
      assignment {
        id
        policyName
        versionNumber
        track
      }
      changeSet {
        id
        number
        title
      }
      fields
      from
      to
      covered
      recalculate
    }
  }
`);

/** What a change does, or did, to the branches at and below a unit. */
export type Effect = FragmentOf<typeof effectFields>;

export const previewTurnDocument = graphql(
  `
    query PreviewTurn($factId: ID!, $event: CalendarEvent!) {
      previewTurn(factId: $factId, event: $event) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);

export type TurnEvent = VariablesOf<typeof previewTurnDocument>['event'];
