import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiKey } from '../../providers/queryClient';
import { upload } from '../../providers/upload';

/** Sends a file with what is said of it; `part` is how far it has come, from 0 to 1, null while none is under way. */
export function useUpload<Answer>(path: string) {
  const client = useQueryClient();
  const [part, setPart] = useState<number | null>(null);
  const send = async (file: File, pasted: boolean, facts: Readonly<Record<string, string>>): Promise<Answer> => {
    // Text of the clipboard is UTF-8, whatever files of its shape are.
    const query = new URLSearchParams({ ...facts, name: file.name, ...(pasted && { pasted: '1' }) });
    try {
      const answer = await upload({ path: `${path}?${query.toString()}`, file, onProgress: setPart });
      await client.invalidateQueries({ queryKey: apiKey });
      return answer as Answer;
    } finally {
      setPart(null);
    }
  };
  return { send, part };
}
