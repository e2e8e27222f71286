/** What the log tells of: the permission that was used, or a word of the same form where there is none. */
export const auditActions = [
  'account.changePassword',
  'account.update',
  'coverage.resume',
  'coverage.suspend',
  'coverage.turnOff',
  'coverage.turnOn',
  'exemption.grant',
  'exemption.revoke',
  'import.orders',
  'import.orgUnits',
  'order.createBuyerLink',
  'order.revokeBuyerLink',
  'orgNode.archive',
  'orgNode.create',
  'orgNode.move',
  'orgNode.rename',
  'orgNode.restore',
  'person.create',
  'person.disable',
  'person.enable',
  'person.grant',
  'person.invite',
  'person.revoke',
  'policy.create',
  'policyVersion.deprecate',
  'policyVersion.publish',
  'policyVersion.retire',
  'policyVersion.saveDraft',
  'policyVersion.startDraft',
  'rules.assign',
  'rules.cancelAssignment',
  'rules.setOwn',
] as const;

export type AuditAction = (typeof auditActions)[number];

export const isAuditAction = (text: string): text is AuditAction => auditActions.some((action) => action === text);
