import { Batch } from './batch.js';

describe('a batch', () => {
  const asked: string[][] = [];
  const batch = new Batch<string>(
    (keys) => {
      asked.push(keys);
      return keys.includes('broken')
        ? Promise.reject(new Error('no'))
        : Promise.resolve(new Map(keys.filter((key) => key !== 'x').map((key) => [key, `<${key}>`])));
    },
    () => 'absent',
  );
  beforeEach(() => void asked.splice(0));

  it('asks once for all that is asked in one turn', async () => {
    expect(await Promise.all([batch.load('a'), batch.load('b'), batch.load('a'), batch.load('x')])).toEqual([
      '<a>',
      '<b>',
      '<a>',
      'absent',
    ]);
    expect(asked).toEqual([['a', 'b', 'x']]);
  });

  it('remembers nothing', async () => {
    await batch.load('a');
    await batch.load('a');
    expect(asked).toEqual([['a'], ['a']]);
  });

  it('fails for everybody who asked, and works again afterwards', async () => {
    const answers = await Promise.allSettled([batch.load('broken'), batch.load('a')]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await batch.load('a')).toBe('<a>');
  });
});
