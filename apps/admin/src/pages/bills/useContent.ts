import { useState } from 'react';

/** Which file it is, or what was pasted in its place. */
export function useContent(pastedName: string) {
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const pasted = file === null && text.trim() !== '';
  const content = pasted ? new File([text], pastedName, { type: 'text/csv' }) : file;
  return { file, setFile, text, setText, content, pasted };
}

export type Content = ReturnType<typeof useContent>;
