import { after, applied, at, moved, NOW, say } from '../testing/cases.js';
import { noEvidence, type Evidence } from './evidence.js';
import { noFault, type LiabilityQuestion } from './finding.js';
import { judgeLiability } from './judge.js';

const stamps = { buyerShipped: NOW, branchReceived: NOW, branchShipped: null, buyerReceived: null };
const who = (more: Partial<LiabilityQuestion>) =>
  judgeLiability({ ...noFault, ...noEvidence, reason: 'changedMind', stamps, ...more }).liability;

describe('evidence', () => {
  it('proves the reason that the buyer photographed, and leaves his word assumed without', () => {
    const agreed = { agreed: true, reason: 'manufacturingDefect' } as const;
    expect(who(agreed)).toMatchObject({ party: 'supplier', rule: 'byReason', basis: 'assumed' });
    expect(who({ ...agreed, buyerPhotos: 2 })).toMatchObject({ party: 'supplier', rule: 'shownByBuyer', basis: 'proven' });
    expect(who({ ...agreed, buyerPhotos: 2, agreed: false })).toBeNull();
  });

  it('finds the buyer liable for what the checklist does not find, where the reason is his', () => {
    expect(who({ failedItems: 1 })).toMatchObject({ party: 'buyer', rule: 'inspectionFailed', basis: 'assumed' });
    expect(who({ failedItems: 1, inspectionPhotos: 1 })).toMatchObject({
      basis: 'proven',
      flip: { fact: 'failedItems', value: 0 },
    });
    expect(who({ inspectionPhotos: 3 })).toBeNull();
  });

  it('confirms at the inspection what somebody else is blamed for, never against the buyer', () => {
    const defect = { agreed: true, reason: 'manufacturingDefect', failedItems: 1 } as const;
    expect(who(defect)).toMatchObject({ party: 'supplier', rule: 'inspectionConfirmed', basis: 'assumed' });
    expect(who({ ...defect, inspectionPhotos: 1 })).toMatchObject({ basis: 'proven' });
    expect(who({ ...defect, reason: 'sizeMismatch' })).toMatchObject({ party: 'branch', basis: 'proven' });
    expect(who({ ...defect, agreed: false })).toBeNull();
  });

  it('weighs the photo of what went out against the word of who got it, and his photo against both', () => {
    const sent = { sentWrong: true, stamps: { ...stamps, branchShipped: NOW } };
    expect(who(sent)).toMatchObject({ party: 'branch', rule: 'shippedWrong', basis: 'assumed' });
    expect(who({ ...sent, outboundPhotos: 1 })).toMatchObject({ party: 'carrier', rule: 'sentAsShown', basis: 'assumed' });
    expect(who({ ...sent, outboundPhotos: 1, buyerPhotos: 1 })).toMatchObject({ rule: 'shippedWrong', basis: 'proven' });
  });
});

describe('the evidence of a case', () => {
  const with_ = (more: Partial<Evidence>) => ({ ...at(NOW), evidence: { ...noEvidence, ...more } });
  const failed = with_({ failedItems: 1, inspectionPhotos: 1 });

  it('is weighed at the step that it is there for, and named in its trace', () => {
    const arrived = after(applied(), [say.approve, say.ship, say.delivered]);
    const { facts, transition } = moved(arrived, say.refuse, failed);
    expect(facts.liability).toMatchObject({ party: 'buyer', rule: 'inspectionFailed' });
    expect(transition.trace.at(-1)).toMatchObject({ rule: 'liability', facts: { rule: 'inspectionFailed' } });
    // What is found again is what stood.
    const escalated = moved(facts, say.escalate, failed);
    expect(escalated.facts.liability).toBe(facts.liability);
  });

  it('displaces what the reason alone carried, falls with it, and gives way to HQ', () => {
    const shown = moved(applied({ reason: 'manufacturingDefect' }), say.approve, with_({ buyerPhotos: 1 })).facts;
    expect(shown.liability).toMatchObject({ rule: 'shownByBuyer' });
    expect(moved(shown, { ...say.modify, reason: 'changedMind' }).facts.liability).toBeNull();
    const arrived = after(shown, [say.ship, say.delivered]);
    expect(moved(arrived, say.receive, failed).facts.liability).toMatchObject({ rule: 'inspectionConfirmed' });
    const judged = {
      ...after(applied(), [say.approve, say.ship, say.delivered]),
      liability: { party: 'carrier', rule: 'verdict', basis: 'proven' } as const,
    };
    expect(moved(judged, say.receive, failed).facts.liability).toBe(judged.liability);
    const late = { ...judged, liability: { party: 'branch', rule: 'respondHours', basis: 'proven' } as const };
    expect(moved({ ...late, reason: 'manufacturingDefect' }, say.receive, with_({ buyerPhotos: 1 })).facts.liability).toBe(
      late.liability,
    );
  });
});
