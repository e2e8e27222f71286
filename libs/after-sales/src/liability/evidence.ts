import { reasonOf } from '../reasons.js';
import { assumed, partyOf, proven, type Rule } from './finding.js';

/** A14: what is on record of a case beside words, in counts: photos by who took them, and what the latest inspection found amiss. */
export interface Evidence {
  /** Of the goods, by the buyer. */
  readonly buyerPhotos: number;
  /** Of what went out to the buyer, by the branch. */
  readonly outboundPhotos: number;
  /** Of what came back, at inspection or at a refusal, by the branch. */
  readonly inspectionPhotos: number;
  /** Items of the checklist that were not as they should be; 0 where nobody looked. */
  readonly failedItems: number;
}

export const noEvidence: Evidence = { buyerPhotos: 0, outboundPhotos: 0, inspectionPhotos: 0, failedItems: 0 };

/** Photographed whole before it went out, and nothing but the buyer's word against it: it happened on the way, if it did. */
export const sentAsShown: Rule = ({ sentWrong, outboundPhotos, buyerPhotos, stamps: { branchShipped } }) =>
  sentWrong && branchShipped !== null && outboundPhotos > 0 && buyerPhotos === 0
    ? {
        party: 'carrier',
        facts: [proven('branchShipped', branchShipped), proven('outboundPhotos', outboundPhotos), assumed('sentWrong', true)],
        flip: proven('buyerPhotos', 1),
      }
    : null;

/** A buyer who gave no fault of others for a reason sent back what is not as the checklist asks. Without photos only the branch says so. */
export const inspectionFailed: Rule = ({ failedItems, inspectionPhotos, reason }) => {
  if (failedItems === 0 || partyOf[reasonOf(reason).owner] !== null) return null;
  const photos = inspectionPhotos > 0 ? [proven('inspectionPhotos', inspectionPhotos)] : [];
  const found = inspectionPhotos > 0 ? proven('failedItems', failedItems) : assumed('failedItems', failedItems);
  return { party: 'buyer', facts: [found, ...photos], flip: proven('failedItems', 0) };
};

/** The goods were found as the reason says: proven where the branch has photos of it, or says it against itself. */
export const inspectionConfirmed: Rule = ({ agreed, failedItems, inspectionPhotos, reason }) => {
  const party = partyOf[reasonOf(reason).owner];
  if (!agreed || failedItems === 0 || party === null) return null;
  const isShown = inspectionPhotos > 0 || party === 'branch';
  const found = isShown ? proven('failedItems', failedItems) : assumed('failedItems', failedItems);
  return {
    party,
    facts: [isShown ? proven('reason', reason) : assumed('reason', reason), found],
    flip: proven('failedItems', 0),
  };
};

/** What was asked for was agreed, and the buyer's photos show why. */
export const shownByBuyer: Rule = ({ agreed, buyerPhotos, reason }) => {
  const party = partyOf[reasonOf(reason).owner];
  if (!agreed || buyerPhotos === 0 || party === null) return null;
  return { party, facts: [proven('reason', reason), proven('buyerPhotos', buyerPhotos)], flip: proven('buyerPhotos', 0) };
};
