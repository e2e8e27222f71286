import { useState } from 'react';
import { isApiError, type ApiError } from '../../providers/apiError';
import { useApiMutation } from '../../providers/hooks';
import { changesBetween, problemsIn, unfinished, useDirectives, type Directives, type Problem } from '../../shared/rules';
import { publishDocument, saveDraftDocument, type Version } from './documents';

interface Saved {
  readonly directives: Directives;
  readonly notes: string;
  readonly version: number;
}

/** A refusal, and what was refused: mended, it is no problem any more. */
interface Failure {
  readonly error: ApiError;
  readonly directives: Directives;
}

const savedOf = ({ directives, notes, version }: Pick<Version, 'directives' | 'notes' | 'version'>): Saved => ({
  directives: directives as Directives,
  notes,
  version,
});

/** A draft while it is edited: what differs from what is saved, what the last save found, and the ways to save and publish it. */
export function useDraft(version: Version) {
  const [saved, setSaved] = useState(() => savedOf(version));
  const [notes, setNotes] = useState(version.notes);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { directives, put, eventsOf } = useDirectives(saved.directives);
  const saveDraft = useApiMutation(saveDraftDocument);
  const publishVersion = useApiMutation(publishDocument);

  const changes = changesBetween(saved.directives, directives);
  const dirty = Object.keys(changes).length > 0 || notes !== saved.notes;

  /** Saves what differs; nothing is written where nothing does. @returns the row version that is saved now */
  const save = async (): Promise<number> => {
    if (!dirty) return saved.version;
    try {
      const answer = await saveDraft.mutateAsync({ id: version.id, directives, notes, version: saved.version });
      const next = savedOf(answer.saveDraft);
      setSaved(next);
      put(next.directives);
      setNotes(next.notes);
      setFailure(null);
      return next.version;
    } catch (cause) {
      if (isApiError(cause)) setFailure({ error: cause, directives });
      throw cause;
    }
  };

  const publish = async () => publishVersion.mutateAsync({ id: version.id, version: await save() });

  const problems: readonly Problem[] = failure?.directives === directives ? problemsIn(failure.error.details) : [];
  return {
    ...{ directives, eventsOf, notes, setNotes, changes, dirty, save, publish, problems },
    error: failure?.error ?? null,
    saving: saveDraft.isPending,
    unfinished: unfinished(directives),
  };
}

export type Draft = ReturnType<typeof useDraft>;
