import { useTranslate } from 'ra-core';
import { useNavigate } from 'react-router';
import { useApiMutation } from '../../providers/hooks';
import type { Impact } from '../impact';
import { useNotice } from '../useNotice';
import {
  createChangeSetDocument,
  editChangeSetDocument,
  submitChangeSetDocument,
  type Draft,
  type OperationInput,
} from './documents';
import { inputOf } from './operations';

/** What may go by way of a change set. */
export interface Changes {
  /** What the set is called: 华东 · 开通退货包运费. */
  readonly title: string;
  readonly operations: readonly OperationInput[];
  /** Null: as soon as it is carried out. */
  readonly effectiveAt?: string | null;
}

/** One change that may. */
export interface Change extends Omit<Changes, 'operations'> {
  readonly operation: OperationInput;
}

/** As many as a set holds. */
export const MAX_OPERATIONS = 50;

/** Whether the change has to be approved by somebody else first. */
export const needsApproval = (impact: Pick<Impact, 'approval'> | undefined): boolean => (impact?.approval ?? []).length > 0;

/** The ways of a change into a change set: handed in at once, or kept as a draft, by itself or with others (P10). */
export function useChangeSet(change: Change | Changes) {
  const { title, effectiveAt = null } = change;
  const added = 'operations' in change ? change.operations : [change.operation];
  const t = useTranslate();
  const notice = useNotice();
  const navigate = useNavigate();
  const create = useApiMutation(createChangeSetDocument);
  const edit = useApiMutation(editChangeSetDocument);
  const submission = useApiMutation(submitChangeSetDocument);
  const show = (id: string, text: string) => {
    notice.done(text);
    void navigate(`/changes/${id}`);
  };
  const created = async (notes: string) => {
    const input = { title, notes, effectiveAt, operations: [...added] };
    return (await create.mutateAsync({ input })).createChangeSet;
  };
  return {
    submit: async (notes: string) => {
      const { id, number, version } = await created(notes);
      await submission.mutateAsync({ id, version });
      show(id, t('changeSet.submitted', { number }));
    },
    draft: async () => {
      const { id, number } = await created('');
      show(id, t('changeSet.drafted', { number }));
    },
    addTo: async ({ id, version, number, operations, ...content }: Draft) => {
      const input = {
        ...{ title: content.title, notes: content.notes, effectiveAt: content.effectiveAt },
        operations: [...operations.map(inputOf), ...added],
      };
      await edit.mutateAsync({ id, version, input });
      show(id, t('changeSet.added', { number }));
    },
  };
}
