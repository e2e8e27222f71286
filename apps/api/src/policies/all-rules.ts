import type { PolicySnapshot, RulesOf } from '@headwater/policy';
import { resolveIn } from './policy-engine.service.js';

/** The effective rules of a unit, of every kind. @throws NotFound, NodeArchived */
export const allRules = (snapshot: PolicySnapshot, unit: string, at: number, knownAt?: number): RulesOf => ({
  returnShippingSubsidy: resolveIn(snapshot, 'returnShippingSubsidy', unit, at, knownAt).values,
  afterSalesRules: resolveIn(snapshot, 'afterSalesRules', unit, at, knownAt).values,
  serviceScripts: resolveIn(snapshot, 'serviceScripts', unit, at, knownAt).values,
  riskLimits: resolveIn(snapshot, 'riskLimits', unit, at, knownAt).values,
});
