import type { AfterSalesRules } from '@headwater/policy';

/** The fields that set a clock. */
export type ClockField =
  | 'respondHours'
  | 'infoDays'
  | 'consentHours'
  | 'reconsiderDays'
  | 'shipDays'
  | 'inspectDays'
  | 'noDeliveryDays'
  | 'refundDueDays'
  | 'disputeDefaultDays';

/** The fields that bound how often something happens on one case. */
export type BoundField = 'modifyMax' | 'repeatMax';

/** What the lifecycle reads of the after-sales rules: promise fields as frozen at payment, operation fields as they are now. */
export type CaseRules = Pick<
  AfterSalesRules,
  ClockField | BoundField | 'types' | 'disputeDays' | 'resumeHours' | 'returnAddress'
>;

/** What an application is checked against: promise fields, so those frozen at payment. */
export type ApplicationRules = Pick<
  AfterSalesRules,
  'types' | 'noReasonDays' | 'inStoreDays' | 'selfServiceDays' | 'qualityDays'
> & {
  /** Applications per order line (A15); the catalogue's default where the kind does not carry the field. */
  readonly maxApplications?: number;
};
