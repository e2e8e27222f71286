import {
  isReasonCode,
  photosWanted,
  reasonOf,
  restockingFeeOf,
  type Application,
  type Eligibility,
  type Flip,
} from '@headwater/after-sales';
import type { AfterSalesRules } from '@headwater/policy';
import type { Answered } from './apply.service.js';
import { traceView } from './case-present.js';
import type { EligibilityView, FlipView } from './case.view.js';

const noFreightYet = { subsidy: null, fault: null, overCap: null, buyer: null };

const untouched = { at: null, amount: null, reason: null, type: null, photos: null, invoicePhotos: null, lines: null };

const flipView = (flip: Flip): FlipView =>
  flip.kind === 'quantity'
    ? {
        ...untouched,
        kind: flip.kind,
        lines: flip.lines.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity })),
      }
    : { ...untouched, ...flip };

function feeOf({ type, reason, amount }: Application, { maxAmount, feeFree }: Eligibility, rules: AfterSalesRules): number {
  if (type !== 'RR' || !isReasonCode(reason)) return 0;
  return restockingFeeOf({ type, reason, feeFree }, amount ?? maxAmount, rules);
}

export function eligibilityView({ judged, flips, application, ground, overrulable }: Answered): EligibilityView {
  const { eligibility, freight, coveredAtMost } = judged;
  const { payer, merchantBps } = freight;
  return {
    eligible: eligibility.eligible,
    trace: eligibility.checks.map(traceView),
    freight: { payer, merchantBps, coveredAtMost, trace: freight.trace.map(traceView), ...noFreightYet },
    maxAmount: eligibility.maxAmount,
    restockingFee: feeOf(application, eligibility, ground.rules),
    photos: photosWanted(isReasonCode(application.reason) ? reasonOf(application.reason) : null, ground.rules),
    flips: flips.map(flipView),
    overrulable,
  };
}
