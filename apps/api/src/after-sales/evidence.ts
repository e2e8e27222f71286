import type { CaseVerb, Evidence } from '@headwater/after-sales';
import type { EntityManager } from 'typeorm';
import type { AfterSalesCase } from './case.entity.js';
import type { CasePhotos } from './photos/case-photos.service.js';
import type { CaseWork } from './step.js';

/** Steps that may show who is at fault by what is on record; clocks and payouts ask for none, and stay as quick as they are. */
const weighing: ReadonlySet<CaseVerb> = new Set<CaseVerb>([
  'approve',
  'accept',
  'propose',
  'askInfo',
  'receive',
  'receiveAndDispatch',
  'refuseReceipt',
  'wrongReceived',
]);

/** What the latest inspection of this parcel, this step's own if there is one, found amiss. */
function failedItems({ inspection, facts }: AfterSalesCase, { said }: CaseWork): number {
  const isOfThisParcel = inspection !== null && inspection.at >= (facts.shippedAt ?? 0);
  const items = said?.inspection ?? (isOfThisParcel ? inspection.items : []);
  return items.filter(({ passed }) => !passed).length;
}

/** A14: what is on record of a case as a step is taken; undefined where the step asks for none. */
export async function evidenceOf(
  tx: EntityManager,
  photos: CasePhotos,
  row: AfterSalesCase,
  work: CaseWork,
): Promise<Evidence | undefined> {
  if (!weighing.has(work.action.verb)) return undefined;
  return { ...(await photos.evidence(tx, row.id)), failedItems: failedItems(row, work) };
}
