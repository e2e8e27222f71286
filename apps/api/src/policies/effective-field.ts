import {
  bindingAncestors,
  explain,
  stateOf,
  type EffectiveGuard,
  type Exemption,
  type Field,
  type FieldState,
  type PolicyDocument,
  type PolicySnapshot,
} from '@headwater/policy';
import type { NodeId } from '@headwater/org-tree';
import type { RuleValueState } from './enums.js';
import { exemptionView } from './exemptions-on.js';
import { bindsOwn, nodeIn, productSource, speakerAt } from './naming.js';
import { ownDirectives } from './own-track.js';
import { sourceThen } from './planned-source.js';
import type { PlannedTurn } from './planned-turns.js';
import type { PolicyState } from './policy-state.js';
import type { EffectiveFieldView, RuleAdjustedView, RuleLockView, RuleSourceView } from './rules.types.js';

/** A unit's rules of one kind at an instant, with the facts they come from. */
export interface Looked {
  readonly state: PolicyState;
  readonly snapshot: PolicySnapshot;
  readonly document: PolicyDocument;
  readonly nodeId: NodeId;
  readonly at: number;
  /** The epoch as of which all is told. */
  readonly knownAt: number;
  /** What was last carried out by then of what is planned; null: nothing. */
  readonly plan: PlannedTurn | null;
  /** Those that hold on the way to the unit and lift what an ancestor says. */
  readonly exemptions: readonly Exemption[];
}

type Inherited = Pick<FieldState, 'value' | 'source'>;

/** What the viewer could do to a field here: set it, were it not locked; lift what a unit above says of it. */
export interface Rights {
  readonly maySet: (field: Field) => boolean;
  readonly mayLift: (above: NodeId) => boolean;
}

export function effectiveField(looked: Looked, field: Field, rights: Rights): EffectiveFieldView {
  const found = stateOf(looked.document, field.key);
  if (!found) throw new RangeError(`no field ${field.key} in ${looked.document.kind}`);
  const { state, snapshot: over, nodeId, at, knownAt, document, plan } = looked;
  const isLocked = bindsOwn(state, { kind: document.kind, field: field.key, nodeId, over, at, knownAt }, found.lock);
  const inherited = inheritedBy(looked, field, found);
  const exemptions = looked.exemptions.filter(({ fields }) => fields.includes(field.key));
  return {
    key: field.key,
    value: found.value,
    state: valueState(looked, found, isLocked, exemptions.length > 0),
    inherited: inherited.value,
    inheritedSource: sourceThen(state, inherited.source, plan),
    source: sourceThen(state, found.source, plan),
    lock: lockView(looked, field, found),
    guard: guardView(found.guard),
    guardBy: guardSetters(found.guard).map((setter) => bySpeaker(looked, field, setter, 'guard')),
    adjusted: adjustedView(looked, field, found),
    exemptions: exemptions.map((exemption) => exemptionView(state, exemption)),
    liftable: liftable(looked, field, rights),
    editable: !isLocked && rights.maySet(field),
  };
}

/** The one word for how a value came about; the strongest first. */
function valueState({ nodeId }: Looked, found: FieldState, isLocked: boolean, isExempt: boolean): RuleValueState {
  const { source, adjusted, guard } = found;
  if (adjusted) return 'adjusted';
  if (isLocked) return 'locked';
  if (source?.nodeId === nodeId && source.track === 'own') return 'customised';
  if (isExempt) return 'exempt';
  if (guardSetters(guard).length > 0) return 'bounded';
  return source === null ? 'default' : 'inherited';
}

/** What the unit would have without its own track, and who set that. */
function inheritedBy({ snapshot, document, nodeId, at, knownAt }: Looked, field: Field, found: FieldState): Inherited {
  const { kind } = document;
  if (ownDirectives({ snapshot }, { kind, nodeId }, at, knownAt)[field.key] === undefined) return found;
  return explain(snapshot, { kind, field: field.key, nodeId, at, knownAt }).inherited;
}

function lockView(looked: Looked, field: Field, { lock }: FieldState): RuleLockView | null {
  return lock && { node: nodeIn(looked.state, lock), source: bySpeaker(looked, field, lock, 'lock') };
}

function adjustedView(looked: Looked, field: Field, { adjusted }: FieldState): RuleAdjustedView | null {
  if (!adjusted) return null;
  return { wanted: adjusted.wanted, by: adjusted.by === null ? productSource : bySpeaker(looked, field, adjusted.by, 'guard') };
}

function bySpeaker(looked: Looked, field: Field, unit: NodeId, part: 'lock' | 'guard'): RuleSourceView {
  const { state, snapshot: over, document, nodeId: forNode, at, knownAt } = looked;
  const place = { kind: document.kind, field: field.key, nodeId: unit, forNode, over, at, knownAt };
  return sourceThen(state, speakerAt(state, place, part), looked.plan);
}

/** The units whose guards narrowed a field; the product's own bounds were set by none. */
function guardSetters({ min, max, allowed }: EffectiveGuard): NodeId[] {
  const setters = [min?.setBy, max?.setBy, ...(allowed?.setBy ?? [])];
  return [...new Set(setters.filter((setter) => setter != null))];
}

function guardView({ min, max, allowed }: EffectiveGuard): object | null {
  if (allowed) return { allowed: allowed.values };
  return min || max ? { min: min?.value ?? null, max: max?.value ?? null } : null;
}

const lifts = (exemption: Exemption, unit: NodeId, { key }: Field, above: NodeId): boolean =>
  exemption.nodeId === unit && exemption.ancestorId === above && exemption.fields.includes(key);

/** The units above whose lock or guard reaches the field here, as far as the viewer may lift them. */
const liftable = ({ snapshot, document: { kind }, nodeId, at, state, exemptions }: Looked, field: Field, { mayLift }: Rights) =>
  bindingAncestors(snapshot, { kind, nodeId, from: at }, field.key)
    .filter((above) => mayLift(above) && !exemptions.some((each) => lifts(each, nodeId, field, above)))
    .map((above) => nodeIn(state, above));
