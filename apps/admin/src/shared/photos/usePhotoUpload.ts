import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiKey } from '../../providers/queryClient';
import { upload } from '../../providers/upload';

/** A photo on its way; what failed stays, with its reason, to be sent again. */
export interface Sending {
  readonly key: number;
  readonly file: File;
  /** From 0 to 1. */
  readonly part: number;
  readonly error: unknown;
}

let lastKey = 0;

const begun = (file: File): Sending => ({ key: (lastKey += 1), file, part: 0, error: null });

const idIn = (answer: unknown): string[] =>
  typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string' ? [answer.id] : [];

/**
 * Sends photos one after the other; those that arrived are counted, those that did not are kept.
 * @param path where they go, such as `/photos/cases/ID?kind=goods`
 */
export function usePhotoUpload(path: string) {
  const client = useQueryClient();
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const [added, setAdded] = useState(0);
  const [ids, setIds] = useState<readonly string[]>([]);
  const change = (key: number, patch: Partial<Sending>) =>
    setSendings((all) => all.map((each) => (each.key === key ? { ...each, ...patch } : each)));

  const sendOne = async ({ key, file }: Sending) => {
    change(key, { part: 0, error: null });
    try {
      const answer = await upload({ path, file, onProgress: (part) => change(key, { part }) });
      setSendings((all) => all.filter((each) => each.key !== key));
      setIds((before) => [...before, ...idIn(answer)]);
      setAdded((before) => before + 1);
    } catch (error) {
      change(key, { error });
    }
  };
  const send = async (files: readonly File[]) => {
    const fresh = files.map(begun);
    setSendings((all) => [...all, ...fresh]);
    for (const each of fresh) await sendOne(each);
    await client.invalidateQueries({ queryKey: apiKey });
  };
  const again = async (sending: Sending) => {
    await sendOne(sending);
    await client.invalidateQueries({ queryKey: apiKey });
  };
  return { sendings, added, ids, send, again, busy: sendings.some(({ error }) => error === null) };
}
