import { permissionsOf } from '@headwater/access';
import type { StaffActor } from './actor.js';
import type { GrantView, ViewerView } from './views.js';

/** The viewer's own roles; the units they are held at are always his to see. */
function grantsOf({ grants, snapshot }: StaffActor): GrantView[] {
  return grants.map(({ id, role, nodeId }) => ({ id, role, node: snapshot.require(nodeId) }));
}

export function viewerOf(actor: StaffActor): ViewerView {
  const grants = grantsOf(actor);
  const [home] = grants.map(({ node }) => node).sort((a, b) => a.depth - b.depth);
  return {
    id: actor.personId,
    email: actor.email,
    name: actor.name,
    language: actor.language,
    grants,
    permissions: permissionsOf(actor.ability),
    home: home ?? actor.snapshot.root,
  };
}
