import { graphql, type FragmentOf } from '../../providers/graphql';

export const nodeFields = graphql(`
  fragment NodeFields on OrgNode {
    id
    code
    name
    type
    childCount
    branchCount
    archivedAt
    path {
      id
      name
      type
    }
  }
`);

/** A unit as trees and pickers show it. */
export type TreeNode = FragmentOf<typeof nodeFields>;
export type NodeType = TreeNode['type'];

/** Children of a unit; without a parent, the top of what the viewer sees. */
export const childrenDocument = graphql(
  `
    query NodeChildren($parentId: ID, $page: PageInput) {
      orgNodeChildren(parentId: $parentId, page: $page) {
        nextCursor
        total
        items {
          ...NodeFields
        }
      }
    }
  `,
  [nodeFields],
);

export const nodesDocument = graphql(
  `
    query FindNodes($search: String!, $types: [NodeType!], $page: PageInput) {
      orgNodes(search: $search, types: $types, page: $page) {
        nextCursor
        total
        items {
          ...NodeFields
        }
      }
    }
  `,
  [nodeFields],
);
