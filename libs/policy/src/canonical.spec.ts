import fc from 'fast-check';
import { canonicalJson, hashOf, sameValue } from './canonical.js';
import { law } from './testing/laws.js';

describe('canonical JSON', () => {
  it('sorts keys, leaves out what is undefined, and needs no blanks', () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: '退' }], a: null })).toBe('{"a":null,"b":[1,{"c":"退"}]}');
  });

  it('hashes with SHA-256', () => {
    expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  law('means the same as the value it was made from', fc.jsonValue(), (value) => {
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });

  law('is one text for one content, however its keys are ordered', fc.dictionary(fc.string(), fc.jsonValue()), (held) => {
    const turned = Object.fromEntries(Object.entries(held).reverse());
    expect(canonicalJson(turned)).toBe(canonicalJson(held));
    expect(sameValue(turned, held)).toBe(true);
    expect(sameValue({ ...held, extra: 1 }, { ...held, extra: 2 })).toBe(false);
  });
});
