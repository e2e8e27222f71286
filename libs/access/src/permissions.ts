/**
 * Every subject and its verbs: the words of the GraphQL operations, of `allowedActions` and of the buttons.
 * `home`, `org` and `moneyHome` are pages: who may open them is narrower than who may read a record they show.
 */
export const VERBS = {
  home: ['read'],
  org: ['read'],
  moneyHome: ['read'],
  orgNode: ['read', 'create', 'rename', 'move', 'archive', 'restore'],
  person: ['read', 'invite', 'grant', 'revoke', 'disable', 'enable'],
  audit: ['read', 'export'],
  policy: ['read', 'create', 'assign'],
  policyVersion: ['startDraft', 'saveDraft', 'publish', 'deprecate', 'retire'],
  rules: ['read', 'setOwn', 'assign', 'cancelAssignment', 'correct', 'suspend', 'resume'],
  exemption: ['read', 'grant', 'revoke'],
  approval: ['read', 'set'],
  changeSet: ['read', 'draft', 'submit', 'approve', 'sendBack', 'apply', 'recalculate', 'cancel'],
  acknowledgement: ['read', 'see', 'accept'],
  rollout: ['read', 'start', 'advance', 'pause', 'resume', 'finish', 'cancel'],
  coverage: ['read', 'turnOn', 'turnOff', 'suspend', 'resume'],
  closedDay: ['read', 'add', 'remove'],
  order: ['read', 'createBuyerLink', 'revokeBuyerLink', 'logContact'],
  case: [
    'read',
    'apply',
    'addPhoto',
    'approve',
    'reject',
    'askInfo',
    'propose',
    'supplyInfo',
    'accept',
    'decline',
    'modify',
    'escalate',
    'withdraw',
    'bookPickup',
    'ship',
    'registerDropIn',
    'changeLogistics',
    'changeIntent',
    'recordTracking',
    'receive',
    'receiveAndDispatch',
    'refuseReceipt',
    'shipBack',
    'reportLost',
    'dispatch',
    'outOfStock',
    'correctLogistics',
    'confirm',
    'notReceived',
    'wrongReceived',
    'verdict',
    'retryPayout',
    'manualVoucher',
    'extend',
    'issueLabel',
    'compensate',
    'compensateAbove',
    'appeal',
    'answerAppeal',
    'overrule',
    'readOverruled',
  ],
  money: ['read', 'export', 'close', 'setBudget', 'openClaim', 'settleClaim'],
  bill: ['read', 'import', 'withdraw', 'accept', 'dispute'],
} as const;

type Verbs = typeof VERBS;

export type SubjectName = keyof Verbs;
export type VerbOf<S extends SubjectName> = Verbs[S][number];
export type Verb = VerbOf<SubjectName>;
export type Permission = { [S in SubjectName]: `${S}.${VerbOf<S>}` }[SubjectName];

export const SUBJECTS = Object.keys(VERBS) as SubjectName[];

/** Every permission there is, in the order of `VERBS`. */
export const PERMISSIONS: readonly Permission[] = SUBJECTS.flatMap((subject) =>
  VERBS[subject].map((verb) => `${subject}.${verb}` as Permission),
);

const known: ReadonlySet<string> = new Set(PERMISSIONS);

export function isPermission(text: string): text is Permission {
  return known.has(text);
}

/** `case.approve` → `['case', 'approve']`. */
export function partsOf(permission: Permission): [SubjectName, Verb] {
  const [subject, verb] = permission.split('.');
  return [subject as SubjectName, verb as Verb];
}
