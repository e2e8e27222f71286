/** What one kind refuses (a role that sees no orders) does not hide what the others find; only when all fail, the search failed. */
export async function gather<Hit>(asked: readonly Promise<Hit[]>[]): Promise<Hit[]> {
  const answers = await Promise.allSettled(asked);
  const found = answers.filter((answer) => answer.status === 'fulfilled');
  const [refused] = answers.filter((answer) => answer.status === 'rejected');
  if (found.length === 0) throw refused?.reason;
  return found.flatMap((answer) => answer.value);
}
