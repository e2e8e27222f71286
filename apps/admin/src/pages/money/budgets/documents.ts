import { graphql, type FragmentOf, type ResultOf, type VariablesOf } from '../../../providers/graphql';

const budgetFields = graphql(`
  fragment BudgetFields on Budget {
    id
    node {
      id
      name
    }
    kind
    month
    currency
    amount
    action
    reason
    authorName
    setAt
    exact
    spent
    committed
    exposure
    forecast
    remaining
    overshoot
    asOf
    warnedAt
    suspends
    version
    allowedActions
    trip {
      at
      action
      amount
      used
      overshoot
    }
  }
`);

export const budgetsDocument = graphql(
  `
    query Budgets($month: String, $within: ID, $state: BudgetState, $page: PageInput) {
      budgets(month: $month, within: $within, state: $state, page: $page) {
        month
        nextCursor
        total
        allowedActions
        items {
          ...BudgetFields
        }
      }
    }
  `,
  [budgetFields],
);

export type Budget = FragmentOf<typeof budgetFields>;
export type BudgetState = NonNullable<VariablesOf<typeof budgetsDocument>['state']>;

export const budgetDocument = graphql(
  `
    query Budget($id: ID!) {
      budget(id: $id) {
        ...BudgetFields
        days {
          day
          spent
          committed
        }
      }
    }
  `,
  [budgetFields],
);

export type BudgetWithDays = ResultOf<typeof budgetDocument>['budget'];
export type BudgetDay = BudgetWithDays['days'][number];

export const setBudgetDocument = graphql(`
  mutation SetBudget($input: BudgetInput!) {
    setBudget(input: $input) {
      id
      suspends
    }
  }
`);

export type BudgetInput = VariablesOf<typeof setBudgetDocument>['input'];
export type BudgetAction = BudgetInput['action'];

export const removeBudgetDocument = graphql(`
  mutation RemoveBudget($id: ID!, $version: Int!, $reason: String!) {
    removeBudget(id: $id, version: $version, reason: $reason)
  }
`);
