import type { FieldKey, PolicySnapshot, PolicyVersion, RuleOperation, VersionId } from '@headwater/policy';
import { saidBy, type Spoken } from '../policies/clashes.js';
import type { PolicyState } from '../policies/policy-state.js';

/** What an operation would say at its unit from an instant on; null: it says nothing of its own. */
export function spokenIn({ snapshot }: PolicyState, operation: RuleOperation, from: number): Spoken | null {
  switch (operation.verb) {
    case 'assign':
      return { track: 'library', from, to: operation.to, ...saidBy(versionIn(snapshot, operation.versionId)) };
    case 'setOwn':
      return { track: 'own', from, to: null, fields: Object.keys(operation.changes) as FieldKey[], isNothing: false };
    case 'exempt':
      return null;
  }
}

const versionIn = (snapshot: PolicySnapshot, id: VersionId | null): PolicyVersion | null =>
  id === null ? null : (snapshot.version(id) ?? null);
