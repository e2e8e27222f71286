import { PERMISSIONS, type Permission } from './permissions.js';

export const ROLES = [
  'administrator',
  'operator',
  'regionalManager',
  'storeManager',
  'storeStaff',
  'finance',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** What everyone who works at a branch or over it reads: his units, the rules in force there, its orders and cases. */
const desk = ['orgNode.read', 'rules.read', 'order.read', 'case.read'] as const satisfies Permission[];

/** What the branch does with a case (after-sales.md, the verbs of "branch"), and opening one for a buyer (A3). */
const queue = [
  'order.createBuyerLink',
  'order.revokeBuyerLink',
  'order.logContact',
  'case.apply',
  'case.addPhoto',
  'case.approve',
  'case.reject',
  'case.askInfo',
  'case.propose',
  'case.recordTracking',
  'case.registerDropIn',
  'case.receive',
  'case.receiveAndDispatch',
  'case.refuseReceipt',
  'case.shipBack',
  'case.reportLost',
  'case.dispatch',
  'case.outOfStock',
  'case.correctLogistics',
  'case.issueLabel',
  'case.compensate',
] as const satisfies Permission[];

/** Publishing rules and pushing them down (P1–P7). */
const rulemaking = [
  'policy.read',
  'policy.create',
  'policy.assign',
  'policyVersion.startDraft',
  'policyVersion.saveDraft',
  'policyVersion.publish',
  'policyVersion.deprecate',
  'policyVersion.retire',
  'rules.setOwn',
  'rules.assign',
  'rules.cancelAssignment',
  'rules.suspend',
  'rules.resume',
  'exemption.read',
  'exemption.grant',
  'exemption.revoke',
  'changeSet.read',
  'changeSet.draft',
  'changeSet.submit',
  'changeSet.apply',
  'changeSet.recalculate',
  'changeSet.cancel',
  'acknowledgement.read',
  'rollout.read',
  'rollout.start',
  'rollout.advance',
  'rollout.pause',
  'rollout.resume',
  'rollout.finish',
  'rollout.cancel',
  'coverage.read',
  'coverage.turnOn',
  'coverage.turnOff',
  'coverage.suspend',
  'coverage.resume',
] as const satisfies Permission[];

const organizing = [
  'org.read',
  'orgNode.create',
  'orgNode.rename',
  'orgNode.move',
  'orgNode.archive',
  'orgNode.restore',
] as const satisfies Permission[];

const costs = ['money.read', 'money.export'] as const satisfies Permission[];

/**
 * The one table of who may do what (O4, X1); *where* comes from the node a role is held at.
 * The pages follow console.md, section 2.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: PERMISSIONS,
  operator: [
    'home.read',
    ...desk,
    ...organizing,
    ...rulemaking,
    'rules.correct',
    'approval.read',
    'changeSet.approve',
    'changeSet.sendBack',
    ...costs,
    'case.verdict',
    'case.extend',
    'case.compensate',
    'case.compensateAbove',
    'case.answerAppeal',
    'case.readOverruled',
    'closedDay.read',
    'closedDay.add',
    'closedDay.remove',
  ],
  regionalManager: [
    'home.read',
    'org.read',
    'moneyHome.read',
    ...desk,
    ...queue,
    'case.compensateAbove',
    'case.appeal',
    'case.overrule',
    'case.readOverruled',
    ...rulemaking,
    ...costs,
  ],
  storeManager: [
    'moneyHome.read',
    ...desk,
    ...queue,
    'case.appeal',
    'case.overrule',
    'rules.setOwn',
    'exemption.read',
    'acknowledgement.read',
    'acknowledgement.see',
    'acknowledgement.accept',
    'coverage.read',
    ...costs,
  ],
  storeStaff: [...desk, ...queue],
  finance: [
    'moneyHome.read',
    ...desk,
    ...costs,
    'money.close',
    'money.setBudget',
    'money.openClaim',
    'money.settleClaim',
    'bill.read',
    'bill.import',
    'bill.withdraw',
    'bill.accept',
    'bill.dispute',
    'case.retryPayout',
    'case.manualVoucher',
  ],
  auditor: [
    'org.read',
    'moneyHome.read',
    ...desk,
    'policy.read',
    'exemption.read',
    'approval.read',
    'changeSet.read',
    'acknowledgement.read',
    'rollout.read',
    'coverage.read',
    ...costs,
    'bill.read',
    'case.readOverruled',
    'audit.read',
    'audit.export',
  ],
};

/** What the holder of an order's link may do, on the records of that order alone. */
export const BUYER_PERMISSIONS: ReadonlySet<Permission> = new Set<Permission>([
  'order.read',
  'case.read',
  'case.apply',
  'case.addPhoto',
  'case.supplyInfo',
  'case.accept',
  'case.decline',
  'case.modify',
  'case.escalate',
  'case.withdraw',
  'case.bookPickup',
  'case.ship',
  'case.changeLogistics',
  'case.changeIntent',
  'case.confirm',
  'case.notReceived',
  'case.wrongReceived',
]);
