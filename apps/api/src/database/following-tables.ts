/**
 * Tables whose rows belong to a unit (`node_id`) and follow it through the organization: their ancestor columns lead to the unit that
 * answers for them today, an archived unit's to its successor. Ledger and audit log are not among them: they keep the path of the day
 * they were written. Features that own these tables come after the one that moves units, which therefore knows them by name only.
 *
 * Orders come first: every step of a case holds the row of its order, so that a move waits for the step or the step for the move, and no
 * row is added behind the move's back.
 */
export const followingTables = ['sales_order', 'after_sales_case', 'case_count', 'liability_appeal'] as const;

/**
 * Tables whose rows say what a branch itself did. They move with it as the others do, but nobody inherits them: while their branch is
 * archived they lead nowhere and count nowhere, and once it is restored they lead to it again.
 */
export const ownTables = ['policy_acknowledgement'] as const;

/**
 * Tables whose rows are about a unit of any type, not only about a branch. They move with it; archived or not, they lead to it, and
 * nobody inherits them.
 */
export const unitTables = ['budget'] as const;

export type FollowingTable = (typeof followingTables)[number];
