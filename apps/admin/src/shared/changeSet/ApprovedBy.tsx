import { useTranslate } from 'ra-core';
import { useMay } from '../../providers/session';
import { ScopedLink } from '../scope';

/** The change set that brought something; nobody approved it where it needed no approval. */
interface SourceApproval {
  readonly changeSetId: string;
  readonly number: number;
  readonly approverName: string | null;
}

/** Who approved what a rule or an assignment came with, linked to the change set for those who may read it; nothing where it was done at once. */
export function ApprovedBy({ approval }: { approval: SourceApproval | null }) {
  const t = useTranslate();
  const may = useMay();
  if (approval === null) return null;
  const { changeSetId, number, approverName } = approval;
  const text =
    approverName === null ? t('changeSet.carried', { number }) : t('changeSet.approvedBy', { approver: approverName, number });
  return may('changeSet.read') ? <ScopedLink to={`/changes/${changeSetId}`}>{text}</ScopedLink> : <>{text}</>;
}
