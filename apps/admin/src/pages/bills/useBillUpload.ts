import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiKey } from '../../providers/queryClient';
import { upload } from '../../providers/upload';

interface BillFacts {
  readonly biller: string;
  readonly period: string;
  readonly profile: string;
  /** Fen. */
  readonly tolerance: number;
  /** Text of the clipboard is UTF-8, whatever files of its shape are. */
  readonly pasted: boolean;
}

interface Uploaded {
  readonly id: string;
  readonly lineCount: number;
  readonly refusedCount: number;
}

/** Sends a bill; `part` is how far it has come, from 0 to 1, null while none is under way. */
export function useBillUpload() {
  const client = useQueryClient();
  const [part, setPart] = useState<number | null>(null);
  const send = async (file: File, { pasted, tolerance, ...facts }: BillFacts): Promise<Uploaded> => {
    const query = new URLSearchParams({
      ...facts,
      tolerance: String(tolerance),
      name: file.name,
      ...(pasted && { pasted: '1' }),
    });
    try {
      const answer = await upload({ path: `/bills?${query.toString()}`, file, onProgress: setPart });
      await client.invalidateQueries({ queryKey: apiKey });
      return answer as Uploaded;
    } finally {
      setPart(null);
    }
  };
  return { send, part };
}
