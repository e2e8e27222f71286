import { uncounted } from '@headwater/after-sales';
import { periodOf } from '@headwater/ledger';
import { PhotoFiles } from '../../after-sales/photos/photo-files.service.js';
import { CasePhoto } from '../../after-sales/photos/photo.entity.js';
import { AfterSalesCase, CaseCount } from '../../after-sales/case.entity.js';
import { AuditEvent } from '../../audit/audit-event.entity.js';
import { BuyerLink } from '../../auth/buyer-link.entity.js';
import { buyerLinkEnd } from '../../auth/buyer-token.service.js';
import { Person, RoleGrant, Session } from '../../auth/person.entity.js';
import { hashToken } from '../../auth/tokens.js';
import { newId } from '../../common/ids.js';
import { ancestorColumns, type AncestorColumns } from '../../database/ancestors.js';
import { nextEpoch } from '../../database/epoch.js';
import { Budget } from '../../money/budgets/budget.entity.js';
import { LedgerClaim } from '../../money/claims/claim.entity.js';
import { LedgerDay, LedgerEntry, LedgerLine, LedgerSummary, SalesMonth } from '../../money/ledger.entity.js';
import { SalesOrder } from '../../orders/order.entity.js';
import { ChangeSet } from '../../changes/change-set.entity.js';
import { PolicyReview } from '../../policies/review.entity.js';
import { Policy, PolicyAssignment, PolicyExemption, PolicyRollout, PolicyVersion } from '../../policies/policy.entity.js';
import { OrgNode, OrgParent } from '../../tree/org-node.entity.js';
import type { TestApp } from '../test-app.js';
import { budgetOf, claimOf, costLineOf, type World, type WorldCase, type WorldPerson } from './world.js';
import type { EntityManager } from 'typeorm';

const PHOTO = Buffer.from('no picture');

type Plant = (tx: EntityManager, world: World, now: number) => Promise<void>;

function columnsAt(world: World, unit: string): AncestorColumns {
  const path: string[] = [];
  for (let at: string | null = unit; at !== null; at = world.parentOf.get(at) ?? null) path.unshift(at);
  return ancestorColumns(path);
}

const plantUnits: Plant = async (tx, world, now) => {
  const epoch = await nextEpoch(tx, now);
  for (const { id, parent, type, depth } of world.units) {
    const place = {
      id,
      parentId: parent,
      depth,
      type,
      code: id,
      name: `${type} ${id}`,
      timeZone: 'Asia/Shanghai',
      since: 0,
      epoch,
    };
    await tx.insert(OrgNode, { ...place, ...columnsAt(world, id) });
    await tx.insert(OrgParent, { id: newId(), nodeId: id, parentId: parent, from: 0, to: null, epoch });
  }
};

async function plantPerson(tx: EntityManager, { id, token, held }: WorldPerson, now: number): Promise<void> {
  await tx.insert(Person, { id, email: `${id}@example.com`, name: id, status: 'active', createdAt: now });
  for (const { id: grantId, role, unit } of held)
    await tx.insert(RoleGrant, { id: grantId, personId: id, role, nodeId: unit, grantedBy: id, grantedAt: now });
  const times = { createdAt: now, rotatedAt: now, lastSeenAt: now, expiresAt: now + 86_400_000 };
  await tx.insert(Session, { id: newId(), personId: id, tokenHash: hashToken(token), previousHash: null, ...times });
}

const plantPeople: Plant = async (tx, world, now) => {
  for (const person of world.people) await plantPerson(tx, person, now);
};

const plantEvents: Plant = async (tx, world, now) => {
  for (const { id, unit } of world.events) {
    const what = {
      actorKind: 'system',
      actorName: 'matrix',
      action: 'test.happened',
      subjectType: 'unit',
      subjectId: unit,
    } as const;
    await tx.insert(AuditEvent, { id, at: now, ...what, nodeId: unit, ...columnsAt(world, unit) });
  }
};

const plantPolicies: Plant = async (tx, world, now) => {
  const epoch = await nextEpoch(tx, now);
  const kind = 'afterSalesRules';
  const version = { kind, nodeId: null, number: 1, status: 'published', directives: {}, notes: '', contentHash: '' } as const;
  for (const { id, unit, assignment, assignedTo } of world.policies) {
    await tx.insert(Policy, { id, kind, name: id, ownerNodeId: unit, createdAt: now });
    const by = { authorId: null, authorName: 'matrix', createdAt: now, publishedAt: now };
    const versionId = newId();
    await tx.insert(PolicyVersion, { ...version, ...by, id: versionId, policyId: id, epoch });
    const tomorrow = { validFrom: now + 86_400_000, validTo: null, recordedFrom: epoch, recordedTo: null, recordedAt: now };
    const fact = { id: assignment, kind, nodeId: assignedTo, track: 'library', versionId, authorName: 'matrix' } as const;
    await tx.insert(PolicyAssignment, { ...fact, ...tomorrow });
  }
};

const plantExemptions: Plant = async (tx, world, now) => {
  const epoch = await nextEpoch(tx, now);
  const root = world.units[0]?.id ?? '';
  const times = { validFrom: now, validTo: now + 86_400_000, recordedFrom: epoch, recordedTo: null, recordedAt: now };
  const what = { kind: 'afterSalesRules', ancestorId: root, reason: 'matrix', authorName: 'matrix' } as const;
  for (const { id, unit } of world.exemptions)
    await tx.insert(PolicyExemption, { id, nodeId: unit, fields: ['respondHours'], ...what, ...times });
};

const plantChangeSets: Plant = async (tx, world, now) => {
  const what = { title: 'matrix', notes: '', status: 'draft', operations: [], effectiveAt: null, baseEpoch: 0 } as const;
  const who = { contentHash: '', authorId: null, authorName: 'matrix', editors: [], createdAt: now, updatedAt: now };
  for (const [index, { id, unit }] of world.changeSets.entries())
    await tx.insert(ChangeSet, { id, number: index + 1, nodeId: unit, ...what, ...who, operations: [] });
  const act = { kind: 'afterSalesRules', act: 'rollBack', thresholds: [], authorName: 'matrix', at: now } as const;
  for (const { id, unit } of world.changeSets) await tx.insert(PolicyReview, { id, nodeId: unit, ...act, thresholds: [] });
};

const plantOrders: Plant = async (tx, world, now) => {
  const goods = { currency: 'CNY', goodsAmount: 5000, freightAmount: 0, paidAmount: 5000 };
  const sale = {
    source: 'matrix',
    buyerRef: 'buyer',
    buyerName: 'buyer',
    channel: 'express',
    status: 'paid',
    contentHash: '',
  } as const;
  for (const { id, unit } of world.orders) {
    const own = { id, code: id, externalNo: id, nodeId: unit, placedAt: now, paidAt: now };
    await tx.insert(SalesOrder, { ...own, ...sale, ...goods, ...columnsAt(world, unit) });
  }
  const times = { createdAt: now, expiresAt: buyerLinkEnd(now), revokedAt: null, createdBy: null };
  for (const { linkId, order } of world.buyers) await tx.insert(BuyerLink, { id: linkId, orderId: order ?? '', ...times });
};

function caseRow({ id, order, unit, state, payoutFailed }: WorldCase, now: number) {
  const asked = { buyerName: 'buyer', reason: 'unneeded', reasonClass: 'expectation', currency: 'CNY' };
  const amounts = { requestedAmount: 1000, amountAtRisk: 1000 };
  const kept = {
    reminders: [],
    facts: { counts: uncounted, pauses: {} },
    freightTrace: [],
    freightPayer: 'buyer',
    queueRank: now,
    appliedAt: now,
  };
  return {
    id,
    code: id.slice(-16),
    type: 'RO',
    state,
    orderId: order,
    nodeId: unit,
    payoutFailed,
    ...asked,
    ...amounts,
    ...kept,
  };
}

const plantCases: Plant = async (tx, world, now) => {
  const counts = new Map<string, number>();
  for (const row of world.cases) {
    await tx.insert(AfterSalesCase, { ...caseRow(row, now), ...columnsAt(world, row.unit) } as never);
    const key = `${row.unit} ${row.state}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, cases] of counts) {
    const [unit = '', state = ''] = key.split(' ');
    await tx.insert(CaseCount, {
      id: newId(),
      nodeId: unit,
      state: state as WorldCase['state'],
      cases,
      ...columnsAt(world, unit),
    });
  }
};

/** Each case has a photo, under an id like its own. */
const plantPhotos: Plant = async (tx, world, now) => {
  const what = { kind: 'goods', takenBy: 'buyer', actorName: 'buyer', mimeType: 'image/png', sha256: '' } as const;
  for (const { id, order } of world.cases)
    await tx.insert(CasePhoto, { id, caseId: id, orderId: order, ...what, size: PHOTO.length, createdAt: now });
};

/** Each case has cost something once: a line of its own, and its part of the store's total. */
const plantCosts: Plant = async (tx, world, now) => {
  const period = periodOf(now, 'Asia/Shanghai');
  const what = {
    component: 'freight-subsidy',
    bearer: 'hq',
    reasonClass: 'expectation',
    reason: 'unneeded',
    currency: 'CNY',
    period,
  };
  const byUnit = new Map<string, number>();
  for (const { id, unit, order, cost } of world.cases) {
    const entryId = newId();
    await tx.insert(LedgerEntry, {
      id: entryId,
      cause: 'returnShipped',
      caseId: id,
      orderId: order,
      period,
      postedAt: now,
      idempotencyKey: id,
    });
    const line = {
      id: costLineOf(id),
      entryId,
      seq: 1,
      day: 1,
      account: 'expense',
      amount: cost,
      originNodeId: unit,
      carrier: 'sf',
      caseId: id,
    };
    await tx.insert(LedgerLine, { ...line, ...what, postedAt: now, ...columnsAt(world, unit) });
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + cost);
  }
  for (const [unit, amount] of byUnit) {
    const total = { id: newId(), summaryKey: unit, originNodeId: unit, carrier: 'sf', amount, lineCount: 1 };
    await tx.insert(LedgerSummary, { ...total, ...what, ...columnsAt(world, unit) });
    await tx.insert(LedgerDay, { summaryKey: unit, day: 1, amount, lineCount: 1 });
    const { period, currency } = what;
    await tx.insert(SalesMonth, { nodeId: unit, period, currency, orders: 1, paidAmount: amount, returns: 1 });
  }
};

/** One a unit, each warned of. */
const plantBudgets: Plant = async (tx, world, now) => {
  const period = periodOf(now, 'Asia/Shanghai');
  const terms = {
    kind: 'returnShippingSubsidy',
    period,
    currency: 'CNY',
    amount: 100,
    action: 'alert',
    reason: 'matrix',
  } as const;
  const figures = { spent: 90, committed: 0, exposure: 0, warnedAt: now, exact: false };
  for (const { id: nodeId } of world.units) {
    const by = { personId: nodeId, personName: 'matrix', setAt: now };
    await tx.insert(Budget, { id: budgetOf(nodeId), nodeId, ...terms, ...figures, ...by, ...columnsAt(world, nodeId) });
  }
};

/** For each case its cost is claimed; of every other one it has been paid. */
const plantClaims: Plant = async (tx, world, now) => {
  const what = { party: 'insurer', currency: 'CNY', writtenOff: 0, openedAt: now, shipmentId: null, entryKey: '' } as const;
  for (const [index, { id, unit, order, cost }] of world.cases.entries()) {
    const paid = index % 2 === 1;
    const became = paid ? ({ status: 'recovered', settledAt: now } as const) : ({ status: 'open', settledAt: null } as const);
    const sums = { amount: cost, recovered: paid ? cost : 0 };
    const own = { id: claimOf(id), caseId: id, orderId: order, nodeId: unit };
    await tx.insert(LedgerClaim, { ...own, ...what, ...became, ...sums, ...columnsAt(world, unit) });
  }
};

const plantRollouts: Plant = async (tx, world, now) => {
  const what = { kind: 'afterSalesRules', policyId: 'none', versionId: 'none', track: 'library', status: 'cancelled' } as const;
  const story = { currentStep: 0, steps: [], reason: 'matrix', authorName: 'matrix', startedAt: now, endedAt: now };
  for (const { id, unit } of world.rollouts) await tx.insert(PolicyRollout, { id, nodeId: unit, ...what, ...story });
};

/** Wherever there is an exemption, the unit sets the field itself. */
const plantOwnRules: Plant = async (tx, world, now) => {
  const epoch = await nextEpoch(tx, now);
  const kind = 'afterSalesRules';
  const by = { authorId: null, authorName: 'matrix' };
  for (const unit of new Set(world.exemptions.map((row) => row.unit))) {
    const versionId = newId();
    const version = { kind, policyId: null, nodeId: unit, number: 1, status: 'published', notes: '', contentHash: '' } as const;
    const times = { createdAt: now, publishedAt: now, epoch };
    await tx.insert(PolicyVersion, { ...version, ...by, ...times, id: versionId, directives: { respondHours: { set: 24 } } });
    const valid = { validFrom: now, validTo: null, recordedFrom: epoch, recordedTo: null, recordedAt: now };
    await tx.insert(PolicyAssignment, { id: newId(), kind, nodeId: unit, track: 'own', versionId, ...by, ...valid });
  }
};

/** One line a kind of row: a feature that adds rows adds its line. */
const plants: readonly Plant[] = [
  plantUnits,
  plantPeople,
  plantEvents,
  plantPolicies,
  plantExemptions,
  plantChangeSets,
  plantRollouts,
  plantOwnRules,
  plantOrders,
  plantCases,
  plantPhotos,
  plantCosts,
  plantBudgets,
  plantClaims,
];

/** Writes a world into an empty database. */
export async function plantWorld({ config, database, clock }: TestApp, world: World): Promise<void> {
  const files = new PhotoFiles(config);
  for (const { id } of world.cases) await files.write(id, PHOTO);
  await database.inTransaction(async (tx) => {
    for (const plant of plants) await plant(tx, world, clock.now());
  });
}
