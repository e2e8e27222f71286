import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useApiMutation } from '../../providers/hooks';
import { useGo } from '../../shared/scope';
import { useNotice } from '../../shared/useNotice';
import { startDraftDocument, type Policy } from './documents';

interface DraftButtonProps {
  readonly policy: Policy;
  /** Number of the version whose content the draft starts from; the newest where none is given. */
  readonly from?: number;
  readonly filled?: boolean;
}

/** What is live is only changed by a new draft: this is the button that begins one, or goes on with the one there is. */
export function DraftButton({ policy, from, filled = false }: DraftButtonProps) {
  const t = useTranslate();
  const go = useGo();
  const notice = useNotice();
  const start = useApiMutation(startDraftDocument);
  const variant = filled ? 'contained' : 'outlined';
  const open = (number: number) => go(`/policies/${policy.id}/versions/${String(number)}`);
  const { draft } = policy;
  if (draft) {
    return (
      <Button variant={variant} onClick={() => open(draft.number)}>
        {t('policies.draft.resume', { n: String(draft.number) })}
      </Button>
    );
  }
  if (!policy.allowedActions.includes('policyVersion.startDraft')) return null;
  const n = String((policy.versions[0]?.number ?? 0) + 1);
  const label = from === undefined ? t('policies.draft.start', { n }) : t('policies.draft.from', { n, from: String(from) });
  return (
    <Button
      variant={variant}
      loading={start.isPending}
      onClick={() =>
        start.mutate(
          { policyId: policy.id, fromNumber: from ?? null },
          { onSuccess: ({ startDraft }) => open(startDraft.number), onError: notice.failed },
        )
      }
    >
      {label}
    </Button>
  );
}
