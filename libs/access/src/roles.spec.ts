import { PERMISSIONS, type Permission } from './permissions.js';
import { BUYER_PERMISSIONS, ROLE_PERMISSIONS, ROLES, type Role } from './roles.js';

const letters: Record<string, Role> = {
  A: 'administrator',
  O: 'operator',
  R: 'regionalManager',
  M: 'storeManager',
  S: 'storeStaff',
  F: 'finance',
  U: 'auditor',
};

/** Who may do it, as letters of console.md, section 2; b = also a buyer with the order's link. */
const personas: Record<Permission, string> = {
  'home.read': 'A O R',
  'org.read': 'A O R U',
  'moneyHome.read': 'A R M F U',

  'orgNode.read': 'A O R M S F U',
  'orgNode.create': 'A O',
  'orgNode.rename': 'A O',
  'orgNode.move': 'A O',
  'orgNode.archive': 'A O',
  'orgNode.restore': 'A O',

  'person.read': 'A',
  'person.invite': 'A',
  'person.grant': 'A',
  'person.revoke': 'A',
  'person.disable': 'A',
  'person.enable': 'A',
  'audit.read': 'A U',
  'audit.export': 'A U',

  'policy.read': 'A O R U',
  'policy.create': 'A O R',
  'policy.assign': 'A O R',
  'policyVersion.startDraft': 'A O R',
  'policyVersion.saveDraft': 'A O R',
  'policyVersion.publish': 'A O R',
  'policyVersion.deprecate': 'A O R',
  'policyVersion.retire': 'A O R',

  'rules.read': 'A O R M S F U',
  'rules.setOwn': 'A O R M',
  'rules.assign': 'A O R',
  'rules.cancelAssignment': 'A O R',
  'rules.correct': 'A O',
  'rules.suspend': 'A O R',
  'rules.resume': 'A O R',

  'exemption.read': 'A O R M U',
  'exemption.grant': 'A O R',
  'exemption.revoke': 'A O R',

  'approval.read': 'A O U',
  'approval.set': 'A',
  'changeSet.read': 'A O R U',
  'changeSet.draft': 'A O R',
  'changeSet.submit': 'A O R',
  'changeSet.approve': 'A O',
  'changeSet.sendBack': 'A O',
  'changeSet.apply': 'A O R',
  'changeSet.recalculate': 'A O R',
  'changeSet.cancel': 'A O R',
  'acknowledgement.read': 'A O R M U',
  'acknowledgement.see': 'A M',
  'acknowledgement.accept': 'A M',
  'rollout.read': 'A O R U',
  'rollout.start': 'A O R',
  'rollout.advance': 'A O R',
  'rollout.pause': 'A O R',
  'rollout.resume': 'A O R',
  'rollout.finish': 'A O R',
  'rollout.cancel': 'A O R',

  'coverage.read': 'A O R M U',
  'coverage.turnOn': 'A O R',
  'coverage.turnOff': 'A O R',
  'coverage.suspend': 'A O R',
  'coverage.resume': 'A O R',

  'closedDay.read': 'A O',
  'closedDay.add': 'A O',
  'closedDay.remove': 'A O',

  'order.read': 'A O R M S F U b',
  'order.createBuyerLink': 'A R M S',
  'order.revokeBuyerLink': 'A R M S',
  'order.logContact': 'A R M S',

  'case.read': 'A O R M S F U b',
  'case.apply': 'A R M S b',
  'case.addPhoto': 'A R M S b',
  'case.approve': 'A R M S',
  'case.reject': 'A R M S',
  'case.askInfo': 'A R M S',
  'case.propose': 'A R M S',
  'case.recordTracking': 'A R M S',
  'case.registerDropIn': 'A R M S',
  'case.receive': 'A R M S',
  'case.receiveAndDispatch': 'A R M S',
  'case.refuseReceipt': 'A R M S',
  'case.shipBack': 'A R M S',
  'case.reportLost': 'A R M S',
  'case.dispatch': 'A R M S',
  'case.outOfStock': 'A R M S',
  'case.correctLogistics': 'A R M S',
  'case.supplyInfo': 'A b',
  'case.accept': 'A b',
  'case.decline': 'A b',
  'case.modify': 'A b',
  'case.escalate': 'A b',
  'case.withdraw': 'A b',
  'case.bookPickup': 'A b',
  'case.ship': 'A b',
  'case.changeLogistics': 'A b',
  'case.changeIntent': 'A b',
  'case.confirm': 'A b',
  'case.notReceived': 'A b',
  'case.wrongReceived': 'A b',
  'case.verdict': 'A O',
  'case.extend': 'A O',
  'case.issueLabel': 'A R M S',
  'case.compensate': 'A O R M S',
  'case.compensateAbove': 'A O R',
  'case.appeal': 'A R M',
  'case.answerAppeal': 'A O',
  'case.overrule': 'A R M',
  'case.readOverruled': 'A O R U',
  'case.retryPayout': 'A F',
  'case.manualVoucher': 'A F',

  'money.read': 'A O R M F U',
  'money.export': 'A O R M F U',
  'money.close': 'A F',
  'money.setBudget': 'A F',
  'money.openClaim': 'A F',
  'money.settleClaim': 'A F',

  'bill.read': 'A F U',
  'bill.import': 'A F',
  'bill.withdraw': 'A F',
  'bill.accept': 'A F',
  'bill.dispute': 'A F',
};

describe('roles', () => {
  it.each(PERMISSIONS)('%s is held by exactly the personas of the table', (permission) => {
    const wanted = personas[permission].split(' ').flatMap((letter) => letters[letter] ?? []);
    expect(ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission))).toEqual(
      ROLES.filter((role) => wanted.includes(role)),
    );
    expect(BUYER_PERMISSIONS.has(permission)).toBe(personas[permission].endsWith('b'));
  });

  it('names no permission twice in one role', () => {
    for (const role of ROLES) expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
  });
});
