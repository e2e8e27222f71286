import type { ReactNode } from 'react';
import { graphql } from '../../providers/graphql';
import { useApiQuery } from '../../providers/hooks';
import { InZone, useZone } from '../format';

const zoneDocument = graphql(`
  query ZoneOfNode($id: ID!) {
    orgNode(id: $id) {
      id
      timeZone
    }
  }
`);

/** A unit's zone; the one in force until it is known, and where no unit is chosen. */
export function useZoneOf(nodeId: string | null): string {
  const around = useZone();
  const { data } = useApiQuery(zoneDocument, { id: nodeId ?? '' }, { enabled: nodeId !== null });
  const node = data?.orgNode;
  return node && node.id === nodeId ? node.timeZone : around;
}

/** What belongs to a unit, with its times in that unit's zone. */
export function ZoneOf({ nodeId, children }: { nodeId: string; children: ReactNode }) {
  return <InZone zone={useZoneOf(nodeId)}>{children}</InZone>;
}
