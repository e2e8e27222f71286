import {
  AfterSalesCase,
  CaseCount,
  CaseEvent,
  CaseLine,
  Shipment,
  ShipmentCase,
  TrackingEvent,
} from './after-sales/case.entity.js';
import { CasePhoto } from './after-sales/photos/photo.entity.js';
import { CasePresence } from './after-sales/case-presence.entity.js';
import { SavedView } from './after-sales/saved-view.entity.js';
import { CaseExtension } from './after-sales/extension/case-extension.entity.js';
import { CaseOverrule } from './after-sales/overrules/case-overrule.entity.js';
import { ClosedDay } from './after-sales/closed-days/closed-day.entity.js';
import { LiabilityAppeal } from './after-sales/remedies/liability-appeal.entity.js';
import { AuditEvent } from './audit/audit-event.entity.js';
import { Bill, BillLine, BillProblem } from './bills/bill.entity.js';
import { PriceCard, PriceRow } from './bills/cards/price-card.entity.js';
import { EpochCounter, EpochLog } from './database/epoch.entity.js';
import { Setting } from './database/setting.entity.js';
import { Budget, BudgetDay, BudgetEvaluation, BudgetTrip } from './money/budgets/budget.entity.js';
import { LedgerDay, LedgerEntry, LedgerLine, LedgerSummary, Refund, RefundAttempt, SalesMonth } from './money/ledger.entity.js';
import { LedgerClaim } from './money/claims/claim.entity.js';
import { ClosedMonth } from './money/periods/closed-month.entity.js';
import { OrderContact } from './orders/order-contact.entity.js';
import { OrderLine, OrderPayment, SalesOrder } from './orders/order.entity.js';
import { PromisedDay } from './orders/promised-day.entity.js';
import { ReturnDay } from './orders/return-day.entity.js';
import { BuyerLink } from './auth/buyer-link.entity.js';
import { Invitation, Person, RoleGrant, Session, SignInAttempt } from './auth/person.entity.js';
import { ApprovalRule } from './policies/approval.entity.js';
import { PolicyReview } from './policies/review.entity.js';
import { ChangeSet } from './changes/change-set.entity.js';
import { PolicyAcknowledgement } from './policies/acknowledgement.entity.js';
import {
  Policy,
  PolicyAssignment,
  PolicyPromise,
  PolicyExemption,
  PolicyRollout,
  PolicySuspension,
  PolicyVersion,
} from './policies/policy.entity.js';
import { Job, JobRow } from './jobs/job.entity.js';
import { OrgArchive, OrgNode, OrgParent } from './tree/org-node.entity.js';

/** Every table of the product; the drift gate holds them to the migrations. */
export const entities = [
  EpochCounter,
  EpochLog,
  Setting,
  OrgNode,
  OrgParent,
  OrgArchive,
  Person,
  RoleGrant,
  Session,
  Invitation,
  SignInAttempt,
  AuditEvent,
  Policy,
  PolicyVersion,
  PolicyAssignment,
  PolicyExemption,
  PolicyRollout,
  PolicySuspension,
  PolicyPromise,
  ApprovalRule,
  PolicyReview,
  ChangeSet,
  PolicyAcknowledgement,
  SalesOrder,
  OrderLine,
  OrderPayment,
  ReturnDay,
  PromisedDay,
  BuyerLink,
  AfterSalesCase,
  CaseLine,
  CaseEvent,
  Shipment,
  ShipmentCase,
  TrackingEvent,
  CaseCount,
  CasePresence,
  CasePhoto,
  SavedView,
  CaseOverrule,
  ClosedDay,
  Budget,
  BudgetDay,
  BudgetEvaluation,
  BudgetTrip,
  ClosedMonth,
  LiabilityAppeal,
  OrderContact,
  CaseExtension,
  LedgerEntry,
  LedgerLine,
  LedgerSummary,
  LedgerDay,
  SalesMonth,
  LedgerClaim,
  Refund,
  RefundAttempt,
  Job,
  JobRow,
  Bill,
  BillLine,
  BillProblem,
  PriceCard,
  PriceRow,
];
