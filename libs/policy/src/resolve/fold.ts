import type { NodeId } from '@headwater/org-tree';
import { deepFreeze } from '../freeze.js';
import { heldFor, liveExemptions, liveSuspension } from '../facts/node-facts.js';
import type { Assigned, NodeFacts } from '../facts/node-facts.js';
import { tracks } from '../facts/types.js';
import type { Assignment, Exemption, PolicyVersion } from '../facts/types.js';
import { fieldOf, kindOf } from '../kinds/registry.js';
import type { Epoch, Instant } from '../time.js';
import type { KindKey, RulesOf, SubsidyRules } from '../values/types.js';
import { applyDirective, lift, untouched } from './apply.js';
import type { FieldState, PolicyDocument, Source } from './types.js';

type FieldStates = Readonly<Record<string, FieldState>>;

const untouchedDocuments = new Map<KindKey, PolicyDocument>();

/** The kind's document where no fact was ever recorded: every field is its default (law 2). There is one of each kind. */
export function untouchedDocument<K extends KindKey>(kind: K): PolicyDocument<K> {
  const known = untouchedDocuments.get(kind);
  if (known) return known as PolicyDocument<K>;
  const fields = Object.fromEntries(kindOf(kind).fields.map((field) => [field.key, untouched(field)]));
  const document = toDocument(kind, fields, null);
  untouchedDocuments.set(kind, document);
  return document;
}

/**
 * One unit's step of the fold: what comes from above, less what is lifted here, then the library track, then its own. Where the unit says nothing, it is
 * its parent's very document (law 3).
 * @param path of the unit whose document it becomes: a pilot speaks to those in its cohort alone
 */
export function stepDocument<K extends KindKey>(
  above: PolicyDocument<K>,
  facts: NodeFacts,
  path: readonly NodeId[],
  at: Instant,
  knownAt: Epoch,
): PolicyDocument<K> {
  let fields: FieldStates = above.fields;
  for (const exemption of liveExemptions(facts, at, knownAt)) fields = applyExemption(above.kind, fields, exemption);
  for (const { place, version } of spokenAt(facts, path, at, knownAt)) fields = applyVersion(above.kind, fields, version, place);
  const suspension = above.suspension ?? liveSuspension(facts, at, knownAt) ?? null;
  if (fields === above.fields && suspension === above.suspension) return above;
  return toDocument(above.kind, fields, suspension);
}

/** A version where it stands. */
export interface Spoken {
  readonly place: Source;
  readonly assignment: Assignment;
  readonly version: PolicyVersion;
}

/** The versions that a unit's facts say to the unit at the end of a path, in the order of the fold. */
const spokenAt = (facts: NodeFacts, path: readonly NodeId[], at: Instant, knownAt: Epoch): Spoken[] =>
  tracks.flatMap((track) => spoken(heldFor(facts, track, path, at, knownAt)) ?? []);

export function spoken(live: Assigned | undefined): Spoken | undefined {
  if (!live?.version) return undefined;
  const { assignment, version } = live;
  return { place: placeOf(assignment, version), assignment, version };
}

const placeOf = ({ nodeId, track, id, cohort }: Assignment, version: PolicyVersion): Source => ({
  nodeId,
  track,
  assignmentId: id,
  versionId: version.id,
  ...(cohort == null ? {} : { pilot: true as const }),
});

function applyExemption(kind: KindKey, before: FieldStates, { fields, ancestorId }: Exemption): FieldStates {
  const changed = fields.flatMap((key) => {
    const field = fieldOf(kind, key);
    const state = before[key];
    return field && state ? [[key, lift(field, state, ancestorId)] as const] : [];
  });
  return changed.every(([key, state]) => state === before[key]) ? before : { ...before, ...Object.fromEntries(changed) };
}

function applyVersion(kind: KindKey, before: FieldStates, version: PolicyVersion, place: Source): FieldStates {
  const changed: Record<string, FieldState> = {};
  for (const [key, directive] of Object.entries(version.directives)) {
    const field = fieldOf(kind, key);
    const state = before[key];
    if (field && state) changed[key] = applyDirective(field, state, directive, place).state;
  }
  return { ...before, ...changed };
}

function toDocument<K extends KindKey>(
  kind: K,
  fields: FieldStates,
  suspension: PolicyDocument['suspension'],
): PolicyDocument<K> {
  // The registry holds a field for each key of RulesOf[K], with values of its type: checked by `checkDirectives` on the way in.
  const held: Record<string, unknown> = {};
  for (const key in fields) held[key] = fields[key]?.value;
  const values = held as unknown as RulesOf[K];
  const on = kind === 'returnShippingSubsidy' ? (values as SubsidyRules).enabled && suspension === null : null;
  return deepFreeze({ kind, values, fields: fields as PolicyDocument<K>['fields'], suspension, on });
}

/** The state of one field; the key must be one of the document's kind. */
export function stateOf(document: PolicyDocument, key: string): FieldState | undefined {
  return (document.fields as FieldStates)[key];
}

/** A unit on the way from the root, with its facts of the kind. */
export interface Step {
  readonly nodeId: NodeId;
  readonly facts: NodeFacts;
}

export const idsOf = (path: readonly Step[]): NodeId[] => path.map(({ nodeId }) => nodeId);

/** The fold over a whole path, root first, as it is for the unit at its end. */
export function foldPath<K extends KindKey>(kind: K, path: readonly Step[], at: Instant, knownAt: Epoch): PolicyDocument<K> {
  const ids = idsOf(path);
  return path.reduce((above, { facts }) => stepDocument(above, facts, ids, at, knownAt), untouchedDocument(kind));
}
