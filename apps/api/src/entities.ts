import {
  AfterSalesCase,
  CaseCount,
  CaseEvent,
  CaseLine,
  Shipment,
  ShipmentCase,
  TrackingEvent,
} from './after-sales/case.entity.js';
import { AuditEvent } from './audit/audit-event.entity.js';
import { EpochCounter, EpochLog } from './database/epoch.entity.js';
import { Setting } from './database/setting.entity.js';
import { LedgerEntry, LedgerLine, LedgerSummary, Refund, RefundAttempt } from './money/ledger.entity.js';
import { OrderLine, OrderPayment, SalesOrder } from './orders/order.entity.js';
import { BuyerLink } from './auth/buyer-link.entity.js';
import { Invitation, Person, RoleGrant, Session, SignInAttempt } from './auth/person.entity.js';
import {
  Policy,
  PolicyAssignment,
  PolicyPromise,
  PolicyExemption,
  PolicySuspension,
  PolicyVersion,
} from './policies/policy.entity.js';
import { OrgNode, OrgParent } from './tree/org-node.entity.js';

/** Every table of the product; the drift gate holds them to the migrations. */
export const entities = [
  EpochCounter,
  EpochLog,
  Setting,
  OrgNode,
  OrgParent,
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
  PolicySuspension,
  PolicyPromise,
  SalesOrder,
  OrderLine,
  OrderPayment,
  BuyerLink,
  AfterSalesCase,
  CaseLine,
  CaseEvent,
  Shipment,
  ShipmentCase,
  TrackingEvent,
  CaseCount,
  LedgerEntry,
  LedgerLine,
  LedgerSummary,
  Refund,
  RefundAttempt,
];
