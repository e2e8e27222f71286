import { useCursorQuery, type CursorRows } from '../../providers/hooks';
import { useViewer } from '../../providers/session';
import { myAcknowledgementsDocument, type ToAcknowledge } from './documents';

/** Whether the viewer manages a branch, and so has rules to read there. */
function useIsManager(): boolean {
  return useViewer().grants.some(({ role }) => role === 'storeManager');
}

/** What the viewer's branches have not accepted yet; null for whoever manages none. */
export function useToAcknowledge(): CursorRows<ToAcknowledge> | null {
  const enabled = useIsManager();
  const list = useCursorQuery(myAcknowledgementsDocument, {}, (answer) => answer.myAcknowledgements, { enabled });
  return enabled ? list : null;
}
