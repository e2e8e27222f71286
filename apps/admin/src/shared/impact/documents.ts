import { graphql, type FragmentOf } from '../../providers/graphql';

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
    reasons {
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
    covers {
      id
      policyName
      versionNumber
      from
      to
    }
  }
`);

/** What a change does, or did, to the branches at and below a unit. */
export type Effect = FragmentOf<typeof effectFields>;
