import type { AfterSalesRules } from '@headwater/policy';

/** The fields that set a clock. */
export type ClockField =
  | 'respondHours'
  | 'infoDays'
  | 'consentHours'
  | 'reconsiderDays'
  | 'shipDays'
  | 'inspectDays'
  | 'reshipFailDays'
  | 'autoConfirmDays'
  | 'noDeliveryDays'
  | 'refundDueDays'
  | 'disputeDefaultDays';

/** The fields that bound how often something happens on one case. */
export type BoundField = 'modifyMax' | 'repeatMax';

/** What the lifecycle reads of the after-sales rules: promise fields as frozen at payment, operation fields as they are now. */
export type CaseRules = Pick<
  AfterSalesRules,
  | ClockField
  | BoundField
  | 'types'
  | 'returnMethods'
  | 'modifyAfterTransitDays'
  | 'reshipHours'
  | 'disputeDays'
  | 'staleDays'
  | 'resumeHours'
  | 'returnAddress'
  | 'returnRouting'
  | 'supplierAddress'
  | 'returnless'
  | 'autoApprove'
  | 'restockingFee'
>;

/** What an application is checked against: promise fields, so those frozen at payment. */
export type ApplicationRules = Pick<
  AfterSalesRules,
  | 'types'
  | 'noReasonDays'
  | 'inStoreDays'
  | 'selfServiceDays'
  | 'qualityDays'
  | 'windowByCategory'
  | 'maxApplications'
  | 'refundOutboundFreight'
  | 'evidence'
  | 'excluded'
  | 'contactFirst'
>;
