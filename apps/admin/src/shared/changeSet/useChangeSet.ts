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
export const MAX_OPERATIONS = 500;

/** Whether the change has to be approved by somebody else first. */
export const needsApproval = (impact: Pick<Impact, 'approval'> | undefined): boolean => (impact?.approval ?? []).length > 0;

type Made = Pick<Draft, 'id' | 'number' | 'version'>;

/** Says what became of a set, and shows it. */
function useShow() {
  const notice = useNotice();
  const navigate = useNavigate();
  return (id: string, text: string) => {
    notice.done(text);
    void navigate(`/changes/${id}`);
  };
}

/** Hands a draft in that has just been made. */
export function useHandIn(): (draft: Made) => Promise<void> {
  const t = useTranslate();
  const show = useShow();
  const submission = useApiMutation(submitChangeSetDocument);
  return async ({ id, number, version }) => {
    await submission.mutateAsync({ id, version });
    show(id, t('changeSet.submitted', { number }));
  };
}

/** The ways of a change into a change set: handed in at once, or kept as a draft, by itself or with others (P10). */
export function useChangeSet(change: Change | Changes) {
  const { title, effectiveAt = null } = change;
  const added = 'operations' in change ? change.operations : [change.operation];
  const t = useTranslate();
  const show = useShow();
  const handIn = useHandIn();
  const create = useApiMutation(createChangeSetDocument);
  const edit = useApiMutation(editChangeSetDocument);
  const created = async (notes: string) => {
    const input = { title, notes, effectiveAt, operations: [...added] };
    return (await create.mutateAsync({ input })).createChangeSet;
  };
  return {
    submit: async (notes: string) => handIn(await created(notes)),
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
