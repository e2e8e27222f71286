interface Planned {
  readonly at: string;
  readonly kind: string | null;
  readonly node: { readonly id: string };
  readonly changeSetId: string | null;
}

/** Where a planned change is read: what its unit has from then on, or the change set that is still to be carried out. */
export const plannedPath = ({ at, kind, node, changeSetId }: Planned): string =>
  changeSetId === null ? `/effective/${node.id}?kind=${String(kind)}&at=${encodeURIComponent(at)}` : `/changes/${changeSetId}`;
