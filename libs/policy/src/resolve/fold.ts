import type { NodeId } from '@headwater/org-tree';
import { deepFreeze } from '../freeze.js';
import { heldFor, liveExemptions, liveSuspension } from '../facts/node-facts.js';
import type { Assigned, NodeFacts } from '../facts/node-facts.js';
import { tracks } from '../facts/types.js';
import type { Assignment, Exemption, PolicyVersion, Suspension } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
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
  const { fields } = kindOf(kind);
  const document = toDocument<K>(kind, {
    fields: Object.fromEntries(fields.map((field) => [field.key, deepFreeze(untouched(field))])),
    values: Object.fromEntries(fields.map((field) => [field.key, field.default])),
    suspension: null,
  });
  untouchedDocuments.set(kind, document);
  return document;
}

/**
 * The steps of the fold, one for the facts of each unit: what comes from above, less what is lifted here, then the library track, then
 * its own. A document is made of what comes out in the end. Where nothing is said, it is the very one from above (law 3).
 * @param units from the one nearest to the root on
 * @param path of the unit whose document it becomes: a pilot speaks to those in its cohort alone
 */
export function foldFacts<K extends KindKey>(
  above: PolicyDocument<K>,
  units: readonly NodeFacts[],
  path: readonly NodeId[],
  at: Instant,
  knownAt: Epoch,
): PolicyDocument<K> {
  const draft = new Draft(above);
  for (const facts of units) {
    for (const exemption of liveExemptions(facts, at, knownAt)) draft.lift(exemption);
    for (const track of tracks) draft.say(spoken(heldFor(facts, track, path, at, knownAt)));
    draft.suspend(liveSuspension(facts, at, knownAt));
  }
  return draft.document();
}

/** A version where it stands. */
export interface Spoken {
  readonly place: Source;
  readonly assignment: Assignment;
  readonly version: PolicyVersion;
}

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

/** A document in the making: what is said since the one from above. */
class Draft<K extends KindKey> {
  private readonly changed = new Map<string, FieldState>();
  private suspension: Suspension | null;

  constructor(private readonly above: PolicyDocument<K>) {
    this.suspension = above.suspension;
  }

  lift({ fields, ancestorId }: Exemption): void {
    for (const key of fields) this.change(key, (field, state) => lift(field, state, ancestorId));
  }

  say(said: Spoken | undefined): void {
    if (!said) return;
    const { version, place } = said;
    for (const [key, directive] of Object.entries(version.directives))
      this.change(key, (field, state) => applyDirective(field, state, directive, place).state);
  }

  /** The root-most suspension is the one that counts. */
  suspend(suspension: Suspension | undefined): void {
    this.suspension ??= suspension ?? null;
  }

  document(): PolicyDocument<K> {
    const { above, changed, suspension } = this;
    if (changed.size === 0 && suspension === above.suspension) return above;
    const fields: Record<string, FieldState> = { ...above.fields };
    const values: Record<string, unknown> = { ...above.values };
    for (const [key, state] of changed) {
      fields[key] = state;
      values[key] = state.value;
      deepFreeze(state);
    }
    return toDocument(above.kind, { fields, values, suspension: deepFreeze(suspension) });
  }

  private change(key: string, next: (field: Field, state: FieldState) => FieldState): void {
    const field = fieldOf(this.above.kind, key);
    const before = this.changed.get(key) ?? stateOf(this.above, key);
    if (!field || !before) return;
    const state = next(field, before);
    if (state !== before) this.changed.set(key, state);
  }
}

/** What a document is made of, each part frozen within. */
interface Content {
  readonly fields: FieldStates;
  readonly values: Readonly<Record<string, unknown>>;
  readonly suspension: Suspension | null;
}

function toDocument<K extends KindKey>(kind: K, { fields, values: held, suspension }: Content): PolicyDocument<K> {
  // The registry holds a field for each key of RulesOf[K], with values of its type: checked by `checkDirectives` on the way in.
  const values = Object.freeze(held) as unknown as RulesOf[K];
  const on = kind === 'returnShippingSubsidy' ? (values as SubsidyRules).enabled && suspension === null : null;
  return Object.freeze({ kind, values, fields: Object.freeze(fields) as PolicyDocument<K>['fields'], suspension, on });
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
  const units = path.map(({ facts }) => facts);
  return foldFacts(untouchedDocument(kind), units, idsOf(path), at, knownAt);
}
