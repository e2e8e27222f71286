import type { NodeId } from '@headwater/org-tree';
import { anchorsWithin } from '../change/anchors-within.js';
import { changedFields, type Comparison } from '../change/outcome.js';
import { kindKeys } from '../kinds/registry.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { Finding, Rules } from './finding.js';
import type { Market } from './floors.js';
import { findingsIn } from './lint.js';

type Change = Omit<Comparison, 'touched'>;

/** A finding that a change brings about: at which unit, and how many branches at and below it have it. */
export interface BroughtFinding extends Finding {
  readonly nodeId: NodeId;
  readonly branches: number;
}

/** Documents that are looked at, those of the most branches: each takes longer than to see whether it changed. */
const DOCUMENTS = 25;

/**
 * P13: what a change makes allowed and yet hardly meant at a unit and below, in rules of its own kind or of those that hang on them: a
 * badge where free returns end. What was found before the change as well is not its doing. Each distinct document that the change
 * makes is looked at once; what units below share with one above is said of that one.
 */
export function findingsBrought(change: Change, market: Market): BroughtFinding[] {
  const { tree } = change.after;
  const tally = new Map<string, BroughtFinding[]>();
  for (const [nodeId, branches] of changedDocuments(change))
    for (const finding of newAt(change, nodeId, market)) {
      const same = tally.get(keyOf(finding)) ?? [];
      const above = same.findIndex((each) => tree.isWithin(nodeId, each.nodeId));
      const known = same[above];
      if (known) same[above] = { ...known, branches: known.branches + branches };
      else same.push({ ...finding, nodeId, branches });
      tally.set(keyOf(finding), same);
    }
  return [...tally.values()].flat();
}

/** One unit of each, units above before those below them. */
function changedDocuments({ before, after, kind, within, at }: Change): [NodeId, number][] {
  const all = anchorsWithin(before, after, { kind, nodeId: within, from: at, to: null });
  const found: [NodeId, number][] = [];
  for (const [nodeId, branches] of all.sort(([, some], [, others]) => others - some)) {
    if (found.length === DOCUMENTS) break;
    if (changedFields(before.resolve(kind, nodeId, at), after.resolve(kind, nodeId, at)).length > 0)
      found.push([nodeId, branches]);
  }
  return found.sort(([one], [other]) => after.tree.positionOf(one) - after.tree.positionOf(other));
}

function newAt({ before, after, at }: Change, nodeId: NodeId, market: Market): Finding[] {
  const found = foundAt(after, nodeId, at, market);
  if (found.length === 0) return [];
  const known = new Set(foundAt(before, nodeId, at, market).map(keyOf));
  return found.filter((finding) => !known.has(keyOf(finding)));
}

function foundAt(snapshot: PolicySnapshot, nodeId: NodeId, at: Instant, market: Market): Finding[] {
  const rules = rulesAt(snapshot, nodeId, at);
  return kindKeys.flatMap((kind) => findingsIn(kind, rules, market));
}

const rulesAt = (snapshot: PolicySnapshot, nodeId: NodeId, at: Instant): Rules => ({
  returnShippingSubsidy: snapshot.resolve('returnShippingSubsidy', nodeId, at).values,
  afterSalesRules: snapshot.resolve('afterSalesRules', nodeId, at).values,
  serviceScripts: snapshot.resolve('serviceScripts', nodeId, at).values,
  riskLimits: snapshot.resolve('riskLimits', nodeId, at).values,
});

/** The text tells apart what one rule finds of several values. */
const keyOf = ({ rule, kind, field, row, text }: Finding): string => [rule, kind, field, row, text.zh].join(' ');
