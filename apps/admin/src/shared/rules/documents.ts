import { graphql, type FragmentOf, type ResultOf } from '../../providers/graphql';

export const kindsDocument = graphql(`
  query PolicyKinds {
    policyKinds {
      key
      label {
        zh
        en
      }
      suspendable
      fields {
        key
        type
        unit
        default
        bounds
        options {
          value
          label {
            zh
            en
          }
        }
        group
        groupLabel {
          zh
          en
        }
        label {
          zh
          en
        }
        help {
          zh
          en
        }
        atPayment
        branchMay
        guardable
        compulsory
        maxLength
        placeholders {
          name
          label {
            zh
            en
          }
        }
      }
    }
  }
`);

export type RuleKind = ResultOf<typeof kindsDocument>['policyKinds'][number];
export type KindKey = RuleKind['key'];
export type RuleField = RuleKind['fields'][number];

/** Every kind, in the order in which they are shown. */
export const kindKeys = [
  'returnShippingSubsidy',
  'afterSalesRules',
  'serviceScripts',
  'riskLimits',
] as const satisfies readonly KindKey[];

export const sourceFields = graphql(`
  fragment RuleSourceFields on RuleSource {
    node {
      id
      name
      type
    }
    track
    policyName
    versionNumber
    authorName
    since
    isDefault
    rolloutId
  }
`);

/** Who set something: the unit, the version there, its author. */
export type RuleSource = FragmentOf<typeof sourceFields>;

export const exemptionFields = graphql(`
  fragment RuleExemptionFields on RuleExemption {
    id
    node {
      id
      name
    }
    ancestor {
      id
      name
    }
    from
    to
    reason
    authorName
  }
`);

/** A lock or bounds from above that do not hold, until when and why. */
export type RuleExemption = FragmentOf<typeof exemptionFields>;

export const fieldStateFields = graphql(
  `
    fragment FieldStateFields on EffectiveField {
      key
      value
      state
      inherited
      inheritedSource {
        ...RuleSourceFields
      }
      source {
        ...RuleSourceFields
      }
      lock {
        node {
          id
          name
          type
        }
        source {
          ...RuleSourceFields
        }
      }
      guard
      guardBy {
        ...RuleSourceFields
      }
      adjusted {
        wanted
        by {
          ...RuleSourceFields
        }
      }
      exemptions {
        ...RuleExemptionFields
      }
      liftable {
        id
        name
      }
      editable
    }
  `,
  [sourceFields, exemptionFields],
);

/** What applies in one field at a unit, and whence it comes. */
export type FieldState = FragmentOf<typeof fieldStateFields>;

/** S5: the used-up budget that withholds new promises. */
export const withheldFields = graphql(`
  fragment WithheldFields on PromiseWithheld {
    node {
      id
      name
      type
    }
    month
    since
    budgetId
  }
`);

export type Withheld = FragmentOf<typeof withheldFields>;

export const rulesDocument = graphql(
  `
    query EffectiveRules($nodeId: ID!, $kind: PolicyKindKey!, $at: Instant, $knownAt: Instant) {
      effectiveRules(nodeId: $nodeId, kind: $kind, at: $at, knownAt: $knownAt) {
        node {
          id
          name
          type
          timeZone
          path {
            id
            name
            type
          }
        }
        kind
        at
        knownAt
        suspension {
          id
          node {
            id
            name
            type
          }
          reason
          from
          to
        }
        withheld {
          ...WithheldFields
        }
        fields {
          ...FieldStateFields
        }
        own
        ownVersion
        allowedActions
      }
    }
  `,
  [fieldStateFields, withheldFields],
);

export type EffectiveRules = ResultOf<typeof rulesDocument>['effectiveRules'];
