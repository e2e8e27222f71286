import { anchorsWithin } from '../change/anchors-within.js';
import { outcomeOf } from '../change/outcome.js';
import type { Comparison } from '../change/outcome.js';
import { touchedAt } from '../change/touched.js';
import { hashOf, sameValue } from '../canonical.js';
import { stateOf } from '../resolve/fold.js';
import type { PolicyDocument } from '../resolve/types.js';
import type { NodeId } from '@headwater/org-tree';
import { kindKeys, kindOf } from '../kinds/registry.js';
import type { KindKey } from '../values/types.js';
import type { ChangeSetContent } from './operation.js';
import type { Step } from './steps.js';

/** Identity of all that the people of a change set wrote; any changed byte makes it another (law 21). */
export const changeSetHash = (content: ChangeSetContent): string => hashOf(content);

/**
 * Identity of what a change set does: the distinct changes (of which fields, from which value, lock and guard to which), the units that keep it from
 * having an effect, and the rules it breaks. Branches that merely inherit are not in it, as a chain opens shops daily; nor are
 * fields that stay as they are, so that a shop which sets one of its own leaves an approval alone. Of a move, all kinds within the
 * moved subtree, and the units above it before and after.
 */
export const impactHash = (steps: readonly Step[]): string => hashOf(steps.map(impactOf));

function impactOf(step: Step): readonly string[] {
  const { operation, problems, moveProblems, recording } = step;
  const broken = problems.map(({ code, field, nodeId }) => `broken ${code} ${String(field)} ${String(nodeId)}`);
  const refused = moveProblems.map(({ code, nodeIds }) => `refused ${code} ${nodeIds.join(' ')}`);
  if (recording === null) return distinct([...broken, ...refused]);
  if (operation.verb !== 'move') return changesWithin(step, operation.kind);
  return [...pathsOf(step), ...distinct(kindKeys.flatMap((kind) => changesWithin(step, kind)))];
}

/** Where the unit comes from and goes to: whoever approved answers for the units on the way, and these alone. */
const pathsOf = ({ operation: { nodeId }, before, after }: Step): string[] =>
  [before, after].map(({ tree }) => `path ${tree.pathOf(nodeId).join(' ')}`);

function changesWithin({ operation, before, after, from: at }: Step, kind: KindKey): readonly string[] {
  const { nodeId: within } = operation;
  const comparison = { before, after, kind, within, at, touched: touchedAt(before, after, kind, within, at) };
  const anchors = anchorsWithin(before, after, { kind, nodeId: within, from: at, to: null });
  return distinct(anchors.map(([nodeId]) => changeAt(comparison, nodeId) ?? hindranceAt(comparison, nodeId)));
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** The fields whose value, lock or guard changes, suspended or not, and whether the kind is on: from what to what. */
function changeAt({ before, after, kind, at }: Comparison, nodeId: NodeId): string | null {
  const [old, now] = [before.resolve(kind, nodeId, at), after.resolve(kind, nodeId, at)];
  const fields = kindOf(kind).fields.flatMap(({ key }) => (sameValue(ruleOf(old, key), ruleOf(now, key)) ? [] : [key]));
  return fields.length > 0 || old.on !== now.on ? `change ${hashOf([kind, said(old, fields), said(now, fields)])}` : null;
}

/** What a field of a document says to its unit and to those below. */
function ruleOf(document: PolicyDocument, field: string) {
  const state = stateOf(document, field);
  return state && { value: state.value, lock: state.lock, guard: state.guard };
}

const said = (document: PolicyDocument, fields: readonly string[]) => ({
  on: document.on,
  rules: fields.map((field) => [field, ruleOf(document, field)]),
});

function hindranceAt(comparison: Comparison, nodeId: NodeId): string {
  const { reason, by } = outcomeOf(comparison, nodeId);
  return `none ${String(reason)} ${String(by)}`;
}
