import { graphql, type FragmentOf } from '../../providers/graphql';

export const unitFields = graphql(`
  fragment UnitFields on OrgNode {
    id
    code
    name
    type
    ownership
    path {
      id
      name
      type
    }
    parentId
    depth
    childCount
    branchCount
    province
    city
    address
    phone
    timeZone
    archivedAt
    successorId
    since
    version
    allowedActions
  }
`);

export type Unit = FragmentOf<typeof unitFields>;

export const unitDocument = graphql(
  `
    query Unit($id: ID!) {
      orgNode(id: $id) {
        ...UnitFields
      }
    }
  `,
  [unitFields],
);

export const findUnitsDocument = graphql(
  `
    query FindUnits($search: String!, $within: ID, $page: PageInput) {
      orgNodes(search: $search, within: $within, page: $page) {
        nextCursor
        total
        items {
          ...UnitFields
        }
      }
    }
  `,
  [unitFields],
);

const impactFields = graphql(`
  fragment UnitImpactFields on NodeImpact {
    branches
    people
    openCases
    ruleChanges {
      kind
      field
      branches
    }
    problems {
      code
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
  }
`);

export type UnitImpact = FragmentOf<typeof impactFields>;

export const previewMoveDocument = graphql(
  `
    query PreviewMove($id: ID!, $parentId: ID!) {
      previewMove(id: $id, parentId: $parentId) {
        ...UnitImpactFields
      }
    }
  `,
  [impactFields],
);

export const previewArchiveDocument = graphql(
  `
    query PreviewArchive($id: ID!, $along: Boolean!) {
      previewArchive(id: $id, along: $along) {
        ...UnitImpactFields
      }
    }
  `,
  [impactFields],
);

export const createUnitDocument = graphql(`
  mutation CreateUnit($parentId: ID!, $type: NodeType!, $name: String!, $code: String, $ownership: Ownership) {
    createOrgNode(parentId: $parentId, type: $type, name: $name, code: $code, ownership: $ownership) {
      id
      name
    }
  }
`);

export const newUnitRulesDocument = graphql(`
  query NewUnitRules($parentId: ID!) {
    effectiveRules(nodeId: $parentId, kind: returnShippingSubsidy) {
      suspension {
        id
      }
      fields {
        key
        value
        lock {
          node {
            id
          }
        }
      }
    }
  }
`);

export const renameUnitDocument = graphql(`
  mutation RenameUnit($id: ID!, $name: String!, $version: Int!) {
    renameOrgNode(id: $id, name: $name, version: $version) {
      id
    }
  }
`);

export const moveUnitDocument = graphql(`
  mutation MoveUnit($id: ID!, $parentId: ID!, $version: Int!) {
    moveOrgNode(id: $id, parentId: $parentId, version: $version) {
      id
    }
  }
`);

export const archiveUnitDocument = graphql(`
  mutation ArchiveUnit($id: ID!, $successorId: ID, $version: Int!, $reason: String, $along: Boolean!) {
    archiveOrgNode(id: $id, successorId: $successorId, version: $version, reason: $reason, along: $along) {
      id
    }
  }
`);

export const restoreUnitDocument = graphql(`
  mutation RestoreUnit($id: ID!, $version: Int!) {
    restoreOrgNode(id: $id, version: $version) {
      id
    }
  }
`);

export type NodeType = Unit['type'];
