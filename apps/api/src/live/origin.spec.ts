import { isOurPage } from './origin.js';

describe('the page that opens a connection', () => {
  const open = (origin: string | undefined, host = 'desk.example:8443') => isOurPage({ origin, host }, 'https://desk.example');

  it('is ours where its host is the one that was asked, or the public address', () => {
    expect(open('https://desk.example:8443')).toBe(true);
    expect(open('https://desk.example', 'api.internal:3000')).toBe(true);
  });

  it('is not ours where it is another one, none, or not to be read', () => {
    expect(open('https://desk.example.evil.example')).toBe(false);
    expect(open('http://desk.example', 'api.internal:3000')).toBe(false);
    expect(open('null')).toBe(false);
    expect(open(undefined)).toBe(false);
  });
});
