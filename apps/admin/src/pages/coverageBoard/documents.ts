import { graphql, type FragmentOf } from '../../providers/graphql';
import { effectFields } from '../../shared/impact';
import { sourceFields, withheldFields } from '../../shared/rules';

export const rowFields = graphql(
  `
    fragment CoverageRowFields on CoverageRow {
      node {
        id
        name
        code
        type
        parentId
      }
      branches
      on
      off
      suspended
      inPilot
      state
      suspendedFrom
      withheld {
        ...WithheldFields
      }
      source {
        ...RuleSourceFields
      }
      customised
      lockedBy {
        id
        name
        type
      }
      cap
      costThisMonth
      expandable
      allowedActions
    }
  `,
  [sourceFields, withheldFields],
);

export type CoverageRow = FragmentOf<typeof rowFields>;

export const coverageDocument = graphql(
  `
    query Coverage($parentId: ID, $at: Instant, $page: PageInput) {
      coverage(parentId: $parentId, at: $at, page: $page) {
        nextCursor
        total
        items {
          ...CoverageRowFields
        }
      }
    }
  `,
  [rowFields],
);

/** The rows down to one unit: what finds it where its page of siblings has not come. */
export const coveragePathDocument = graphql(
  `
    query CoveragePath($nodeId: ID!, $at: Instant) {
      coveragePath(nodeId: $nodeId, at: $at) {
        ...CoverageRowFields
      }
    }
  `,
  [rowFields],
);

export const scopeParentDocument = graphql(`
  query CoverageScope($id: ID!) {
    orgNode(id: $id) {
      id
      parentId
    }
  }
`);

export const previewCoverageDocument = graphql(
  `
    query PreviewCoverage($nodeId: ID!, $on: Boolean!, $exclude: [ID!]) {
      previewCoverage(nodeId: $nodeId, on: $on, exclude: $exclude) {
        ...EffectFields
        keeps {
          id
        }
      }
    }
  `,
  [effectFields],
);

export const turnCoverageDocument = graphql(
  `
    mutation TurnCoverage($nodeId: ID!, $on: Boolean!, $reason: String, $exclude: [ID!]) {
      turnCoverage(nodeId: $nodeId, on: $on, reason: $reason, exclude: $exclude) {
        ...EffectFields
      }
    }
  `,
  [effectFields],
);
