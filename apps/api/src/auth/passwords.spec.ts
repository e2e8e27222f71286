import { type TooBusy, WeakPassword } from './auth.errors.js';
import { checkPassword, Passwords } from './passwords.js';

describe('a password', () => {
  it('is kept as argon2id at 19 MiB', async () => {
    expect(await new Passwords().hash('ten letters')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('is told from another one', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('the right one');
    expect(await passwords.verify(hash, 'the right one')).toBe(true);
    expect(await passwords.verify(hash, 'the wrong one')).toBe(false);
  });

  it('never matches where there is no account, not even the decoy', async () => {
    const passwords = new Passwords();
    expect(await passwords.verify(null, 'no account has this password')).toBe(false);
  });

  it('takes about as long to refuse without an account as with one', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('the right one');
    await passwords.verify(null, 'warm');
    const timeOf = async (hashed: string | null) => {
      const since = performance.now();
      await passwords.verify(hashed, 'a wrong one');
      return performance.now() - since;
    };
    let [known, unknown] = [0, 0];
    // Turn by turn, so that whatever else the machine does falls on both.
    for (let tries = 0; tries < 12; tries += 1) {
      known += await timeOf(hash);
      unknown += await timeOf(null);
    }
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('is worked on a few at a time, the others in turn', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('the right one');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => passwords.verify(hash, index % 2 ? 'wrong' : 'the right one')),
    );
    expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => index % 2 === 0));
  });

  it('is refused at once when too many wait', async () => {
    const passwords = new Passwords();
    const asked = Array.from({ length: 110 }, () =>
      passwords.hash('another password').then(
        () => 'done',
        (error: unknown) => (error as TooBusy).code,
      ),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => answer === 'TOO_BUSY')).toHaveLength(8);
    expect(await passwords.hash('afterwards')).toContain('argon2id');
  });
});

describe('a new password', () => {
  const refused = (password: string, email = 'lin@example.com') => {
    try {
      checkPassword(password, email, 'next');
      return null;
    } catch (error) {
      if (!(error instanceof WeakPassword)) throw error;
      return error.facts;
    }
  };

  it('has 10 to 200 characters', () => {
    expect(refused('123456789')).toMatchObject({ field: 'next', allowed: { min: 10, max: 200 }, details: { why: 'tooShort' } });
    expect(refused('1234567890')).toBeNull();
    expect(refused('x'.repeat(200))).toBeNull();
    expect(refused('x'.repeat(201))).toMatchObject({ details: { why: 'tooLong' } });
  });

  it('is not the e-mail', () => {
    expect(refused('LIN@example.com ')).toMatchObject({ details: { why: 'isEmail' } });
  });
});
